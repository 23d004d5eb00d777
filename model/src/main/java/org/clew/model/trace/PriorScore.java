package org.clew.model.trace;

/** The score of a chain had the prior odds been others; the pairs are the same. */
public record PriorScore(double priorOdds, double score) {}
