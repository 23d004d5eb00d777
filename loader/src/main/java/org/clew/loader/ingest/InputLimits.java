package org.clew.loader.ingest;

/**
 * How much an archive may unpack to.
 *
 * @param maxBytes most bytes of content, at least 1
 * @param maxRatio most bytes of content for each packed byte, judged from 1 MiB of content on
 */
public record InputLimits(long maxBytes, int maxRatio) {
  /** 64 GiB of content, at most 250 times its packed size. */
  public static final InputLimits DEFAULTS = new InputLimits(64L << 30, 250);

  static final long RATIO_FROM = 1L << 20;
}
