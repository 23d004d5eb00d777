package org.clew.api.claim;

import org.jspecify.annotations.Nullable;

/**
 * A note that is to be kept.
 *
 * @param about an entity by any name that fits one, or the id of a link
 * @param text what to keep
 * @param assess inauthentic, authentic or unclear; null for no assessment
 * @param by who says so; null where that is not said
 * @param tlp level of the Traffic Light Protocol; null where nobody said
 */
public record NoteRequest(
    @Nullable String about,
    @Nullable String text,
    @Nullable String assess,
    @Nullable String by,
    @Nullable String tlp) {}
