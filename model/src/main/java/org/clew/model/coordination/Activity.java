package org.clew.model.coordination;

import java.util.Arrays;

/** How many acts each account has in each bin: those of account a from start[a], by bin. */
final class Activity {
  final int[] start;
  final int[] bin;
  final int[] acts;

  private Activity(int[] start, int[] bin, int[] acts) {
    this.start = start;
    this.bin = bin;
    this.acts = acts;
  }

  static Activity of(Acts acts) {
    int[] account = acts.timeline.account;
    int[] order = Rows.stablePass(acts.byBin.member, act -> account[act], acts.accounts);
    int[] start = new int[acts.accounts + 1];
    int[] bin = new int[order.length];
    int[] count = new int[order.length];
    int cells = 0;
    int previous = -1;
    for (int act : order) {
      if (previous < 0
          || account[previous] != account[act]
          || acts.bin[previous] != acts.bin[act]) {
        bin[cells++] = acts.bin[act];
        start[account[act] + 1]++;
      }
      count[cells - 1]++;
      previous = act;
    }
    for (int a = 0; a < acts.accounts; a++) {
      start[a + 1] += start[a];
    }
    return new Activity(start, Arrays.copyOf(bin, cells), Arrays.copyOf(count, cells));
  }
}
