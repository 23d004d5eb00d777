package org.clew.loader.coordination;

import java.util.function.IntFunction;
import org.clew.model.coordination.DetectedLayer;

/**
 * A layer with the names behind its numbers.
 *
 * @param layer what was found
 * @param artifacts the artifact behind a number: the URL, the post, the hash of a text …
 * @param posts the post behind a number; only where posts were read
 */
public record NamedLayer(
    DetectedLayer layer, IntFunction<String> artifacts, IntFunction<String> posts) {}
