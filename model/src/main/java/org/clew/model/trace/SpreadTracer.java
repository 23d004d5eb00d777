package org.clew.model.trace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.Provenance;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * Who spreads whose content, step by step: the paths of amplification from a subject to what is
 * published by a target. A path is only as sure as its sources: its score is the product of the
 * qualities of the best grade at each step and of the membership, and says nothing of chance, which
 * attribution measures. It is never evidence of control.
 *
 * <p>Breadth first, each entity by its surest shortest path, until the steps are used up, enough
 * paths were found with fewer steps, or the budget of entities is spent.
 */
public final class SpreadTracer {
  private final Spreading graph;
  private final Map<EntityId, Source> sources;
  private final Provenance provenance;

  /** The links of amplification that leave some entities, in a stable order. */
  @FunctionalInterface
  public interface Spreading {
    List<Link> from(Collection<EntityId> entities);
  }

  /**
   * A step: all that is said of one entity's spreading of another.
   *
   * @param quality of the best grade among the statements, 0 to 1
   */
  public record Step(EntityId from, EntityId to, List<Link> statements, double quality) {}

  /**
   * A path.
   *
   * @param end the asset that was reached
   * @param score from 0 to 1
   */
  public record Path(Member member, EntityId end, double score, List<Step> steps) {}

  /**
   * What was found.
   *
   * @param paths the surest first; with equal scores the shorter, then by ids
   * @param truncated that the budget ended the search; null when it did not
   */
  public record Spread(List<Path> paths, @Nullable Truncation truncated) {}

  /** The tracer of a graph with all its sources. */
  public SpreadTracer(Spreading graph, Collection<Source> sources) {
    this.graph = graph;
    this.sources =
        sources.stream().collect(Collectors.toMap(Source::id, source -> source, (a, b) -> a));
    this.provenance = new Provenance(sources);
  }

  /**
   * Searches.
   *
   * @param ends the assets at which a path ends
   * @param parameters members, hops, top, asOf, trust, without and the budget of entities count;
   *     the rest is about control
   */
  public Spread trace(Set<EntityId> ends, TraceParameters parameters) {
    Map<EntityId, Path> reached = new LinkedHashMap<>();
    for (Member member : parameters.members()) {
      if (member.probability() >= Member.STARTS_FROM
          && !parameters.without().contains(member.id().value())) {
        reached.put(member.id(), new Path(member, member.id(), member.probability(), List.of()));
      }
    }
    List<Path> found = new ArrayList<>();
    Set<EntityId> frontier = new TreeSet<>(reached.keySet());
    Truncation cut = null;
    for (int hop = 1; hop <= parameters.hops() && !frontier.isEmpty(); hop++) {
      Map<EntityId, Path> next = new TreeMap<>();
      for (Step step : steps(frontier, parameters)) {
        Path path = extended(reached.get(step.from()), step);
        if (ends.contains(step.to())) {
          found.add(path);
        } else if (!reached.containsKey(step.to())) {
          next.merge(step.to(), path, (a, b) -> b.score() > a.score() ? b : a);
        }
      }
      if (found.size() >= parameters.top()) {
        break;
      }
      reached.putAll(next);
      frontier = next.keySet();
      if (reached.size() > parameters.nodeBudget()) {
        cut = new Truncation("The search stopped after " + reached.size() + " entities.");
        break;
      }
    }
    found.sort(
        Comparator.comparingDouble((Path path) -> -path.score())
            .thenComparingInt(path -> path.steps().size())
            .thenComparing(path -> path.end())
            .thenComparing(path -> path.member().id()));
    return new Spread(List.copyOf(found.subList(0, Math.min(found.size(), parameters.top()))), cut);
  }

  private static Path extended(@Nullable Path path, Step step) {
    if (path == null) {
      throw new IllegalStateException("A step leaves " + step.from() + ", which was not reached.");
    }
    List<Step> steps = new ArrayList<>(path.steps());
    steps.add(step);
    return new Path(path.member(), step.to(), path.score() * step.quality(), List.copyOf(steps));
  }

  private List<Step> steps(Set<EntityId> frontier, TraceParameters parameters) {
    Map<List<EntityId>, List<Link>> pairs = new LinkedHashMap<>();
    for (Link link : graph.from(frontier)) {
      if (!link.from().equals(link.to()) && keeps(link, parameters)) {
        pairs.computeIfAbsent(List.of(link.from(), link.to()), key -> new ArrayList<>()).add(link);
      }
    }
    List<Step> steps = new ArrayList<>();
    pairs.forEach(
        (pair, links) ->
            steps.add(
                new Step(
                    pair.get(0),
                    pair.get(1),
                    List.copyOf(links),
                    links.stream().mapToDouble(link -> grade(link).quality()).max().orElse(0))));
    return steps;
  }

  /** The grade of a statement, or else of its source. */
  public Grade grade(Link link) {
    Grade own = link.grade();
    Source source = sources.get(link.source());
    return own != null ? own : source == null ? Grade.UNKNOWN : source.grade();
  }

  private boolean keeps(Link link, TraceParameters parameters) {
    Set<String> without = parameters.without();
    return (parameters.trust().isEmpty() || parameters.trust().contains(link.source()))
        && !without.contains(link.id())
        && !without.contains(link.to().value())
        && stands(link, without)
        && wasKnown(link, parameters.asOf());
  }

  private boolean stands(Link link, Set<String> without) {
    Set<EntityId> gone = new TreeSet<>();
    for (String id : without) {
      if (id.startsWith(EntityKind.SOURCE.idPrefix() + ":")) {
        gone.add(new EntityId(id));
      }
    }
    return link.basis() == Basis.REPORTED
        ? provenance.stands(link.source(), gone)
        : !gone.contains(link.source());
  }

  private boolean wasKnown(Link link, @Nullable LocalDate day) {
    if (day == null) {
      return true;
    }
    Source source = sources.get(link.source());
    return KnownThen.on(
        day, source == null ? null : source.date(), DaySpan.of(link.firstSeen(), link.lastSeen()));
  }
}
