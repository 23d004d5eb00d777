package org.clew.api.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clew.api.entity.EntityDocument;
import org.clew.api.trace.TraceDocument.AssumptionDocument;
import org.clew.api.trace.TraceDocument.ChainDocument;
import org.clew.api.trace.TraceDocument.EvidenceDocument;
import org.clew.api.trace.TraceDocument.HopDocument;
import org.clew.api.trace.TraceDocument.MemberDocument;
import org.clew.cypher.trace.ChainQuery;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Link;
import org.clew.model.source.Grade;
import org.clew.model.trace.SpreadTracer;
import org.clew.model.trace.SpreadTracer.Path;
import org.clew.model.trace.SpreadTracer.Step;
import org.jspecify.annotations.Nullable;

/** Turns paths of amplification into the documents that chains of control have too. */
final class SpreadDocuments {
  private static final String NOT_CONTROL = "It speaks of amplification and never of control.";

  private final Map<EntityId, EntityDocument> entities;
  private final Map<EntityId, String> titles;
  private final Map<EntityId, List<Link>> own;
  private final SpreadTracer tracer;

  /**
   * With what is needed to name things.
   *
   * @param own by asset, the links that say whose it is
   */
  SpreadDocuments(
      Map<EntityId, EntityDocument> entities,
      Map<EntityId, String> titles,
      Map<EntityId, List<Link>> own,
      SpreadTracer tracer) {
    this.entities = entities;
    this.titles = titles;
    this.own = own;
    this.tracer = tracer;
  }

  /** All entities these paths name. */
  static Set<EntityId> named(Collection<Path> paths, Map<EntityId, List<Link>> own) {
    Set<EntityId> named = new TreeSet<>();
    for (Path path : paths) {
      named.add(path.member().id());
      path.steps().forEach(step -> named.addAll(List.of(step.from(), step.to())));
      own.getOrDefault(path.end(), List.of())
          .forEach(link -> named.addAll(List.of(link.from(), link.to())));
    }
    return named;
  }

  ChainDocument chain(Path path) {
    List<Link> ties = own.getOrDefault(path.end(), List.of());
    EntityId target = ties.isEmpty() ? path.end() : ties.get(0).from();
    return new ChainDocument(
        path.member().id(),
        target,
        path.score(),
        List.of(),
        new MemberDocument(
            path.member().id(), name(path.member().id()), path.member().probability()),
        entity(target),
        path.steps().stream().map(this::hop).toList(),
        ties.isEmpty() ? List.of() : List.of(assumption(target, ties)),
        ChainQuery.between(named(List.of(path), own)));
  }

  private AssumptionDocument assumption(EntityId outlet, List<Link> ties) {
    EntityId asset = ties.get(0).to();
    return new AssumptionDocument(
        outlet,
        name(outlet),
        asset,
        name(asset),
        name(asset) + " is " + name(outlet) + "'s own.",
        ties.stream().map(TraceDocuments::statement).toList());
  }

  private HopDocument hop(Step step) {
    return new HopDocument(
        step.from(),
        name(step.from()),
        step.to(),
        name(step.to()),
        step.statements().stream().map(this::evidence).toList(),
        0,
        step.quality(),
        sentence(step));
  }

  private String sentence(Step step) {
    Link first = step.statements().get(0);
    String verbs =
        step.statements().stream()
            .map(link -> link.type().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .distinct()
            .collect(Collectors.joining(" and "));
    long count = step.statements().stream().mapToLong(Link::count).max().orElse(1);
    List<String> told = new ArrayList<>();
    told.add(name(step.from()) + " " + verbs + " " + name(step.to()));
    if (count > 1) {
      told.add(String.format(Locale.ROOT, "%,d times", count));
    }
    if (first.firstSeen() != null) {
      told.add("first seen " + first.firstSeen());
    }
    String cited =
        step.statements().stream()
            .map(link -> link.source().local() + ", grade " + tracer.grade(link))
            .distinct()
            .collect(Collectors.joining("; "));
    return String.join(", ", told) + "; source " + cited + ".";
  }

  private EvidenceDocument evidence(Link link) {
    Grade grade = tracer.grade(link);
    return new EvidenceDocument(
        link.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "amplification",
        link.type(),
        null,
        null,
        0,
        0,
        0,
        0,
        1,
        grade.toString(),
        grade.quality(),
        1,
        1,
        false,
        NOT_CONTROL,
        link.source(),
        titles.getOrDefault(link.source(), link.source().local()),
        List.of(link.source()),
        text(link.firstSeen()),
        text(link.lastSeen()),
        List.of(TraceDocuments.statement(link)));
  }

  private static @Nullable String text(@Nullable Object date) {
    return date == null ? null : date.toString();
  }

  private EntityDocument entity(EntityId id) {
    EntityDocument known = entities.get(id);
    return known == null ? new EntityDocument(id, id.kind(), id.local(), new TreeMap<>()) : known;
  }

  private String name(EntityId id) {
    return entity(id).name();
  }
}
