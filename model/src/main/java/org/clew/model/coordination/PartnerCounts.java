package org.clew.model.coordination;

/**
 * How often one account met each other, counted once a group: a sparse row held in dense memory,
 * emptied when drained. The upper half of a cell is the last group seen, the lower half the count.
 */
final class PartnerCounts {
  private final long[] cells;
  private final PartnerList partners;
  private long group;

  PartnerCounts(int accounts) {
    cells = new long[accounts];
    partners = new PartnerList(accounts);
  }

  void nextGroup() {
    group++;
  }

  /** Counts a partner unless this group did; true when it was counted. */
  boolean hit(int partner) {
    long cell = cells[partner];
    if (cell >>> Integer.SIZE == group) {
      return false;
    }
    int count = (int) cell;
    if (count == 0) {
      partners.add(partner);
    }
    cells[partner] = group << Integer.SIZE | (count + 1);
    return true;
  }

  /** What is done with a partner that was met often enough. */
  interface Consumer {
    void accept(int partner, int count);
  }

  /** Hands over the partners met at least so often, in their order, and starts anew. */
  void drain(int atLeast, Consumer consumer) {
    partners.keep(partner -> isKept(partner, atLeast));
    partners.sort(partner -> cells[partner] != 0);
    for (int i = 0; i < partners.size(); i++) {
      int partner = partners.get(i);
      int count = (int) cells[partner];
      cells[partner] = 0;
      consumer.accept(partner, count);
    }
    partners.clear();
    group = 0;
  }

  private boolean isKept(int partner, int atLeast) {
    if ((int) cells[partner] >= atLeast) {
      return true;
    }
    cells[partner] = 0;
    return false;
  }
}
