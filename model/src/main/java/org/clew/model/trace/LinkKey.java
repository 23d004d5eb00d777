package org.clew.model.trace;

import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;

/** Which link: what is needed to read it whole. */
public record LinkKey(String id, EntityId from, LinkType type, EntityId to) {}
