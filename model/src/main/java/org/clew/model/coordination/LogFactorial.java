package org.clew.model.coordination;

/** Natural logarithms of factorials. */
final class LogFactorial {
  private static final double[] TABLE = new double[256];

  static {
    for (int k = 2; k < TABLE.length; k++) {
      TABLE[k] = TABLE[k - 1] + StrictMath.log(k);
    }
  }

  private LogFactorial() {}

  /** Tabulated, and by Stirling's series beyond, which there is exact to double precision. */
  static double of(int k) {
    if (k < TABLE.length) {
      return TABLE[k];
    }
    double inverse = 1.0 / k;
    double square = inverse * inverse;
    return (k + 0.5) * StrictMath.log(k)
        - k
        + 0.5 * StrictMath.log(2 * Math.PI)
        + inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
  }
}
