package org.clew.api.access;

/**
 * Whether a request goes on.
 *
 * @param allowed whether it does
 * @param remaining how many more could follow at once
 * @param resetSeconds after how many seconds of rest all can
 * @param retrySeconds how many seconds to wait before the next try; 0 when allowed
 */
public record RateDecision(boolean allowed, long remaining, long resetSeconds, long retrySeconds) {}
