package org.clew.loader.observation;

import java.time.Instant;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.TimePrecision;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the log to read; a row must meet every condition.
 *
 * @param sources from these sources only; empty for all
 * @param accounts by these accounts only; empty for all
 * @param targets that lead to these entities only; empty for all
 * @param artifacts with these artifacts only; empty for all
 * @param since at this instant or later; null for no bound
 * @param until before this instant; null for no bound
 * @param coarsest the coarsest time a row may have; null to take rows of any precision and rows
 *     without a time, as long as neither bound is set
 */
public record RowFilter(
    Set<EntityId> sources,
    Set<EntityId> accounts,
    Set<EntityId> targets,
    Set<String> artifacts,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable TimePrecision coarsest) {
  public RowFilter {
    sources = Set.copyOf(sources);
    accounts = Set.copyOf(accounts);
    targets = Set.copyOf(targets);
    artifacts = Set.copyOf(artifacts);
  }

  /** Every row. */
  public static RowFilter all() {
    return new RowFilter(Set.of(), Set.of(), Set.of(), Set.of(), null, null, null);
  }

  /** Every row whose time is known to the minute: those that can be compared within a window. */
  public static RowFilter timed() {
    return all().withCoarsest(TimePrecision.MINUTE);
  }

  /** The same with other sources. */
  public RowFilter withSources(Set<EntityId> newSources) {
    return new RowFilter(newSources, accounts, targets, artifacts, since, until, coarsest);
  }

  /** The same with other accounts. */
  public RowFilter withAccounts(Set<EntityId> newAccounts) {
    return new RowFilter(sources, newAccounts, targets, artifacts, since, until, coarsest);
  }

  /** The same with other targets. */
  public RowFilter withTargets(Set<EntityId> newTargets) {
    return new RowFilter(sources, accounts, newTargets, artifacts, since, until, coarsest);
  }

  /** The same with other artifacts. */
  public RowFilter withArtifacts(Set<String> newArtifacts) {
    return new RowFilter(sources, accounts, targets, newArtifacts, since, until, coarsest);
  }

  /** The same with other bounds of time. */
  public RowFilter between(@Nullable Instant newSince, @Nullable Instant newUntil) {
    return new RowFilter(sources, accounts, targets, artifacts, newSince, newUntil, coarsest);
  }

  /** The same with another limit of precision. */
  public RowFilter withCoarsest(@Nullable TimePrecision newCoarsest) {
    return new RowFilter(sources, accounts, targets, artifacts, since, until, newCoarsest);
  }
}
