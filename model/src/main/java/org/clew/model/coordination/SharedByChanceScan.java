package org.clew.model.coordination;

/** The pairs of accounts that share enough artifacts, with λ and p of each. */
final class SharedByChanceScan implements AccountScan {
  static final int COLUMNS = 3;
  static final int SHARED = 0;
  static final int EXPECTED = 1;
  static final int P = 2;

  private final SharedArtifactScan shared;
  private final ChanceModel chance;

  SharedByChanceScan(SharedArtifactScan shared, ChanceModel chance) {
    this.shared = shared;
    this.chance = chance;
  }

  @Override
  public void scan(int account, EdgeBuffer edges) {
    shared.count(
        account,
        (partner, count) -> {
          double expected = chance.expected(account, partner);
          int edge = edges.add(account, partner);
          edges.set(SHARED, edge, count);
          edges.set(EXPECTED, edge, expected);
          edges.set(P, edge, PoissonTail.atLeast(count, expected));
        });
  }
}
