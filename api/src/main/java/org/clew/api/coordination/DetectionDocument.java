package org.clew.api.coordination;

import java.util.List;
import java.util.SortedMap;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * What a detection found.
 *
 * @param run the run in the graph; null for a dry run
 * @param written whether the graph changed; false where it held the run already
 * @param parameters what was asked
 * @param signals what each signal gave
 * @param clusters the clusters, the largest first; null where only edges were asked for
 * @param edgesFile where the edges were written; null where they were not
 * @param caveats what the figures do not say
 */
public record DetectionDocument(
    @Nullable EntityId run,
    boolean written,
    SortedMap<String, Object> parameters,
    List<SignalDocument> signals,
    @Nullable List<FoundCluster> clusters,
    @Nullable String edgesFile,
    List<String> caveats) {

  /**
   * What one signal gave.
   *
   * @param signal which
   * @param acts how many acts were compared
   * @param edges how many edges were found
   * @param weight their summed weight
   * @param accounts how many accounts they join
   * @param kept how many went into clusters
   * @param leftOut artifacts left out because too many acted on them
   */
  public record SignalDocument(
      String signal,
      long acts,
      long edges,
      double weight,
      long accounts,
      long kept,
      List<String> leftOut) {}

  /**
   * A cluster in brief.
   *
   * @param id its id in the graph
   * @param members how many accounts
   * @param edges how many pairs of them are joined
   * @param density that number over the number of pairs
   * @param signals the edges each signal adds, such as {@code url 12}
   * @param firstSeen the first shared act
   * @param lastSeen the last one
   * @param alternatives innocent explanations worth checking
   */
  public record FoundCluster(
      EntityId id,
      long members,
      long edges,
      double density,
      List<String> signals,
      String firstSeen,
      String lastSeen,
      List<String> alternatives) {}
}
