package org.clew.loader.observation;

/**
 * What an erasure did.
 *
 * @param segments how many segments were written anew
 * @param rows how many rows are gone
 */
public record Erasure(int segments, long rows) {}
