package org.clew.model.observation;

import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * A post by an account.
 *
 * @param account who wrote it
 * @param id {@code <platform>:<the platform's id>}
 * @param time when; null where unknown
 * @param language the language the platform or the input names; null where unknown
 * @param text what it says, as it was posted; null where the input has no text
 * @param origin the row it was read from
 */
public record Post(
    EntityId account,
    String id,
    @Nullable Moment time,
    @Nullable String language,
    @Nullable String text,
    Origin origin) {}
