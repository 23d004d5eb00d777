package org.clew.loader.observation;

import org.clew.model.entity.EntityId;

/**
 * A file of a load.
 *
 * @param name name without its folder
 * @param sha256 digest of its bytes, 64 hex digits
 * @param source the source it stands for
 */
public record LoadedFile(String name, String sha256, EntityId source) {}
