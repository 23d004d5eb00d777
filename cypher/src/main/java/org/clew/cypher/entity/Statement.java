package org.clew.cypher.entity;

import java.util.List;
import java.util.SortedMap;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of an entity.
 *
 * @param source who says so
 * @param sourceTitle title of that source
 * @param grade its Admiralty grade
 * @param name the name it gives the entity
 * @param attributes everything else it says, in the order of the names
 * @param evidence a few references to rows
 */
public record Statement(
    EntityId source,
    String sourceTitle,
    String grade,
    @Nullable String name,
    SortedMap<String, Object> attributes,
    List<String> evidence) {}
