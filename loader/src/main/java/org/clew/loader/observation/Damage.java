package org.clew.loader.observation;

/**
 * Something wrong with a file of the log.
 *
 * @param file path inside the log's folder
 * @param problem one sentence
 */
public record Damage(String file, String problem) {}
