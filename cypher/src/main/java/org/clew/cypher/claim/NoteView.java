package org.clew.cypher.claim;

import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * A note as the graph shows it.
 *
 * @param id its id, which takes it back; its source is {@code source:} and the id
 * @param entity about whom; of a link the entity where it starts
 * @param name name of that entity
 * @param link id of the link it is about; null when it is about the entity
 * @param text what was written
 * @param assessment inauthentic, authentic or unclear; null where the note does not say
 * @param by who wrote it; null where that is not said
 * @param date when
 * @param tlp how far it may be passed on; null where nobody said
 */
public record NoteView(
    String id,
    EntityId entity,
    String name,
    @Nullable String link,
    String text,
    @Nullable String assessment,
    @Nullable String by,
    @Nullable String date,
    @Nullable String tlp) {}
