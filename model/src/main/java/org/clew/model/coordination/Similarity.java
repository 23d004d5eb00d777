package org.clew.model.coordination;

/**
 * Compares accounts by what they act on, whatever the time: the cosine of TF-IDF vectors over a
 * binary account × artifact matrix, as in Pacheco et al. (ICWSM 2021). Artifacts of one account are
 * left out; idf = ln((1+n)/(1+df)) + 1 for n accounts of which df acted on the artifact.
 *
 * <p>Memory grows with the edges kept; time with the squares of the artifacts' numbers of accounts,
 * which a limit of rows for each artifact bounds.
 */
public final class Similarity {
  private static final int COSINE = 0;
  private static final int SHARED = 1;
  private static final int COLUMNS = 2;

  private Similarity() {}

  /**
   * Finds similar pairs.
   *
   * @param observations acts on artifacts of one kind, in any order
   * @param parameters limits
   * @param threads how many threads to use; the result is the same for any number
   */
  public static SimilarityResult compare(
      Observations observations, SimilarityParameters parameters, int threads) {
    RowSelection selection =
        RowSelection.of(observations, parameters.minActions(), parameters.maxRowsPerArtifact());
    Acts acts = Acts.of(observations, selection.rows, SignificanceParameters.timeFree());
    Grouping byAccount = Grouping.of(acts.timeline.account, acts.accounts);
    double[] square = squaredIdf(acts, activeAccounts(byAccount));
    double[] norm = norms(byAccount, square);
    EdgeBuffer edges =
        AccountScan.all(
            acts.timeline,
            byAccount,
            COLUMNS,
            threads,
            () -> new Scan(acts.timeline, byAccount, square, norm, parameters));
    return new SimilarityResult(edges.edges(COSINE), edges.values[SHARED], selection.capped);
  }

  private static int activeAccounts(Grouping byAccount) {
    int active = 0;
    for (int account = 0; account < byAccount.groups(); account++) {
      active += byAccount.size(account) > 0 ? 1 : 0;
    }
    return active;
  }

  /** For each act, the square of its artifact's weight; 0 where only one account acted on it. */
  private static double[] squaredIdf(Acts acts, int accounts) {
    double[] square = new double[acts.size()];
    for (int act = 0; act < square.length; act++) {
      int sharing = acts.timeline.windowEnd[act] - acts.timeline.windowStart[act];
      double idf = Idf.of(accounts, sharing);
      square[act] = sharing < 2 ? 0 : idf * idf;
    }
    return square;
  }

  private static double[] norms(Grouping byAccount, double[] square) {
    double[] norm = new double[byAccount.groups()];
    for (int account = 0; account < norm.length; account++) {
      for (int k = byAccount.start[account]; k < byAccount.start[account + 1]; k++) {
        norm[account] += square[byAccount.member[k]];
      }
      norm[account] = Math.sqrt(norm[account]);
    }
    return norm;
  }

  private static final class Scan implements AccountScan {
    private final Timeline timeline;
    private final Grouping byAccount;
    private final double[] square;
    private final double[] norm;
    private final SimilarityParameters parameters;
    private final PartnerCounts counts;
    private final double[] product;
    private final int[] productOf;

    Scan(
        Timeline timeline,
        Grouping byAccount,
        double[] square,
        double[] norm,
        SimilarityParameters parameters) {
      this.timeline = timeline;
      this.byAccount = byAccount;
      this.square = square;
      this.norm = norm;
      this.parameters = parameters;
      this.counts = new PartnerCounts(byAccount.groups());
      this.product = new double[byAccount.groups()];
      this.productOf = new int[byAccount.groups()];
    }

    @Override
    public void scan(int source, EdgeBuffer edges) {
      for (int k = byAccount.start[source]; k < byAccount.start[source + 1]; k++) {
        visit(source, byAccount.member[k]);
      }
      counts.drain(
          parameters.minShared(), (partner, shared) -> emit(source, partner, shared, edges));
    }

    private void visit(int source, int act) {
      counts.nextGroup();
      for (int other = timeline.windowStart[act]; other < timeline.windowEnd[act]; other++) {
        int partner = timeline.account[other];
        if (partner > source) {
          counts.hit(partner);
          product[partner] = (productOf[partner] == source ? product[partner] : 0) + square[act];
          productOf[partner] = source;
        }
      }
    }

    private void emit(int source, int partner, int shared, EdgeBuffer edges) {
      double cosine = Math.min(1, product[partner] / (norm[source] * norm[partner]));
      if (cosine >= parameters.minSimilarity()) {
        int edge = edges.add(source, partner);
        edges.set(COSINE, edge, cosine);
        edges.set(SHARED, edge, shared);
      }
    }
  }
}
