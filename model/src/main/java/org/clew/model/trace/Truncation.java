package org.clew.model.trace;

/**
 * That an answer was cut: better chains may exist.
 *
 * @param reason one sentence
 */
public record Truncation(String reason) {}
