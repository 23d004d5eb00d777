package org.clew.model.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds the edges of one account at a time, as a sparse matrix product does row by row: memory for
 * one row, whatever the number of pairs. Holds scratch memory, so each thread has its own.
 */
interface AccountScan {
  /** Adds the account's edges to the buffer, by their second account. */
  void scan(int account, EdgeBuffer edges);

  /** Scans all accounts on some threads. */
  static EdgeBuffer all(
      Timeline timeline,
      Grouping byAccount,
      int columns,
      int threads,
      Supplier<AccountScan> newScan) {
    List<int[]> ranges = ranges(timeline, byAccount);
    List<EdgeBuffer> parts =
        Parallel.run(
            ranges.size(),
            threads,
            newScan,
            (scan, number) -> {
              EdgeBuffer edges = new EdgeBuffer(columns);
              for (int account = ranges.get(number)[0];
                  account < ranges.get(number)[1];
                  account++) {
                scan.scan(account, edges);
              }
              return edges;
            });
    return EdgeBuffer.concat(parts, columns);
  }

  /** Ranges of accounts with about equal work. */
  private static List<int[]> ranges(Timeline timeline, Grouping byAccount) {
    long total = 0;
    for (int row = 0; row < timeline.size(); row++) {
      total += timeline.windowEnd[row] - timeline.windowStart[row];
    }
    long share = total / 64 + 1;
    List<int[]> ranges = new ArrayList<>();
    int begin = 0;
    long work = 0;
    for (int account = 0; account < byAccount.groups(); account++) {
      for (int k = byAccount.start[account]; k < byAccount.start[account + 1]; k++) {
        int row = byAccount.member[k];
        work += timeline.windowEnd[row] - timeline.windowStart[row];
      }
      if (work >= share || account + 1 == byAccount.groups()) {
        ranges.add(new int[] {begin, account + 1});
        begin = account + 1;
        work = 0;
      }
    }
    return ranges;
  }
}
