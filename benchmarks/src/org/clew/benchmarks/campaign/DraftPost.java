package org.clew.benchmarks.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post before it is written.
 *
 * @param id of the post
 * @param account number of its author
 * @param minute since the first day
 * @param text of it
 * @param url linked page; empty for none
 * @param hashtags without sign
 * @param mentions numbers of the accounts mentioned
 * @param reshared the post it reshares; null for none
 * @param replied the post it answers; null for none
 */
record DraftPost(
    long id,
    int account,
    long minute,
    String text,
    String url,
    List<String> hashtags,
    List<Integer> mentions,
    @Nullable Target reshared,
    @Nullable Target replied) {
  /** A post that another one refers to. */
  record Target(long id, int account) {}
}
