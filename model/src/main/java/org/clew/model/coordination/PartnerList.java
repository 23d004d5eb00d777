package org.clew.model.coordination;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The accounts that one account met. */
final class PartnerList {
  /** Of so many accounts, one that was met makes a walk through all of them quicker than a sort. */
  private static final int DENSE = 64;

  private final int[] partners;
  private int size;

  PartnerList(int accounts) {
    partners = new int[accounts];
  }

  /** Adds one that is not there yet. */
  void add(int partner) {
    partners[size++] = partner;
  }

  int size() {
    return size;
  }

  int get(int index) {
    return partners[index];
  }

  /** Leaves out those that do not pass. */
  void keep(IntPredicate condition) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (condition.test(partners[i])) {
        partners[kept++] = partners[i];
      }
    }
    size = kept;
  }

  /**
   * Puts them in order.
   *
   * @param isMet true for these accounts and no other
   */
  void sort(IntPredicate isMet) {
    if (size < partners.length / DENSE) {
      Arrays.sort(partners, 0, size);
      return;
    }
    int found = 0;
    for (int partner = 0; found < size; partner++) {
      if (isMet.test(partner)) {
        partners[found++] = partner;
      }
    }
  }

  void clear() {
    size = 0;
  }
}
