package org.clew.loader.coordination;

import java.util.function.IntFunction;
import org.clew.model.coordination.DetectedLayer;
import org.clew.model.coordination.SignalLayer;
import org.jspecify.annotations.Nullable;

/**
 * A layer with the names behind its numbers.
 *
 * @param layer what was found
 * @param kept the edges that went into clusters, with what they rest on; null where only edges were
 *     asked for
 * @param artifacts the artifact behind a number: the URL, the post, the hash of a text …
 * @param posts the post behind a number; only where posts were read
 */
public record NamedLayer(
    DetectedLayer layer,
    @Nullable SignalLayer kept,
    IntFunction<String> artifacts,
    IntFunction<String> posts) {}
