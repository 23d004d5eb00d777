package org.clew.model.attribution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * Who may be behind a subject: every outlet, every organization that a State controls as a source
 * says, and every organization that runs several outlets, since what reaches such an owner speaks
 * for the owner and for none of its outlets in particular.
 */
final class Candidates {
  private static final String OWNERSHIP = "organisation/";

  private final InputFilter filter;
  private final Map<EntityId, List<StatedEntity>> descriptions = new TreeMap<>();
  private final Map<EntityId, List<Link>> above = new TreeMap<>();
  private final Map<EntityId, Set<EntityId>> outletsBelow = new TreeMap<>();

  Candidates(Collection<StatedEntity> entities, Collection<Link> links, InputFilter filter) {
    this.filter = filter;
    entities.stream()
        .filter(each -> isCandidateKind(each.entity().kind()))
        .filter(each -> filter.keepsDescription(each.source()))
        .forEach(each -> listed(descriptions, each.entity().id()).add(each));
    links.stream()
        .filter(link -> isCandidateKind(link.to().kind()) && isControl(link))
        .filter(filter::keepsAssumption)
        .sorted(Comparator.comparing(Link::id))
        .forEach(this::add);
  }

  private static boolean isCandidateKind(EntityKind kind) {
    return kind == EntityKind.MEDIA_OUTLET || kind == EntityKind.ORGANIZATION;
  }

  /** OWNS with technical evidence of its own is a finding to be weighed, and no input. */
  private static boolean isControl(Link link) {
    if (link.type() == LinkType.CONTROLS) {
      return true;
    }
    String kind = link.evidenceKind();
    return link.type() == LinkType.OWNS
        && link.from().kind() == EntityKind.ORGANIZATION
        && (kind == null || kind.startsWith(OWNERSHIP));
  }

  private void add(Link link) {
    listed(above, link.to()).add(link);
    listed(descriptions, link.to());
    if (link.from().kind() == EntityKind.ORGANIZATION) {
      listed(descriptions, link.from());
      if (link.to().kind() == EntityKind.MEDIA_OUTLET) {
        outletsBelow.computeIfAbsent(link.from(), key -> new TreeSet<>()).add(link.to());
      }
    }
  }

  private static <T> List<T> listed(Map<EntityId, List<T>> map, EntityId id) {
    return map.computeIfAbsent(id, key -> new ArrayList<>());
  }

  /** All of them, by id. */
  List<Candidate> all() {
    List<Candidate> all = new ArrayList<>();
    for (EntityId id : descriptions.keySet()) {
      Candidate candidate = candidate(id);
      boolean outlet = id.kind() == EntityKind.MEDIA_OUTLET;
      if (outlet || isAStates(candidate) || runsSeveral(id)) {
        all.add(candidate);
      }
    }
    return all;
  }

  private boolean runsSeveral(EntityId id) {
    return outletsBelow.getOrDefault(id, Set.of()).size() > 1;
  }

  private static boolean isAStates(Candidate candidate) {
    return candidate.controllers().stream().anyMatch(each -> each.kind() == EntityKind.STATE);
  }

  private Candidate candidate(EntityId id) {
    Set<EntityId> controllers = new TreeSet<>(Set.of(id));
    List<Link> controlledBy = new ArrayList<>();
    ArrayDeque<EntityId> open = new ArrayDeque<>(controllers);
    while (!open.isEmpty()) {
      for (Link link : above.getOrDefault(open.remove(), List.of())) {
        controlledBy.add(link);
        if (controllers.add(link.from())) {
          open.add(link.from());
        }
      }
    }
    StatedEntity relation = stated(id, Attribute.STATE_RELATION);
    String state = state(id, controllers);
    if (state != null && isDirected(relation)) {
      controllers.add(EntityId.state(state));
    }
    Set<EntityId> sources = new TreeSet<>();
    if (relation != null) {
      sources.add(relation.source());
    }
    controlledBy.forEach(link -> sources.add(link.source()));
    return new Candidate(
        id,
        name(id),
        state,
        relation(id, relation, controllers),
        sources,
        disputedBy(id, relation),
        controllers,
        controlledBy);
  }

  /** Contradicting sources both stand: the better grade counts, and the others are shown. */
  private SortedMap<EntityId, String> disputedBy(EntityId id, @Nullable StatedEntity counted) {
    SortedMap<EntityId, String> others = new TreeMap<>();
    String word = counted == null ? null : text(counted, Attribute.STATE_RELATION);
    for (StatedEntity each : descriptions.getOrDefault(id, List.of())) {
      String other = text(each, Attribute.STATE_RELATION);
      if (other != null && !other.equals(word) && !other.equals(Candidate.UNKNOWN)) {
        others.put(each.source(), other);
      }
    }
    return others;
  }

  private static boolean isDirected(@Nullable StatedEntity relation) {
    String word = relation == null ? "" : text(relation, Attribute.STATE_RELATION);
    return "official".equals(word) || Candidate.STATE_CONTROLLED.equals(word);
  }

  private String relation(EntityId id, @Nullable StatedEntity stated, Set<EntityId> controllers) {
    String word = stated == null ? null : text(stated, Attribute.STATE_RELATION);
    if (word != null && !word.equals(Candidate.UNKNOWN)) {
      return word;
    }
    if (controllers.stream().anyMatch(each -> each.kind() == EntityKind.STATE)) {
      return Candidate.STATE_CONTROLLED;
    }
    Set<String> below = new TreeSet<>();
    for (EntityId outlet : outletsBelow.getOrDefault(id, Set.of())) {
      StatedEntity of = stated(outlet, Attribute.STATE_RELATION);
      String relation = of == null ? null : text(of, Attribute.STATE_RELATION);
      below.add(relation == null ? Candidate.UNKNOWN : relation);
    }
    return below.size() == 1 ? below.iterator().next() : Candidate.UNKNOWN;
  }

  private @Nullable String state(EntityId id, Set<EntityId> controllers) {
    for (EntityId each : controllers) {
      if (each.kind() == EntityKind.STATE) {
        return each.local();
      }
    }
    StatedEntity country = stated(id, Attribute.COUNTRY);
    return country == null ? null : text(country, Attribute.COUNTRY);
  }

  private String name(EntityId id) {
    return descriptions.getOrDefault(id, List.of()).stream()
        .filter(each -> !each.entity().name().equals(id.local()))
        .min(byGrade())
        .map(each -> each.entity().name())
        .orElse(id.local());
  }

  private @Nullable StatedEntity stated(EntityId id, Attribute attribute) {
    return descriptions.getOrDefault(id, List.of()).stream()
        .filter(each -> text(each, attribute) != null)
        .min(byGrade())
        .orElse(null);
  }

  /** The better grade first, then by source: as the graph derives an entity's attributes. */
  private Comparator<StatedEntity> byGrade() {
    return Comparator.comparing((StatedEntity each) -> filter.grade(each.source()))
        .thenComparing(StatedEntity::source);
  }

  private static @Nullable String text(StatedEntity stated, Attribute attribute) {
    Object value = stated.entity().attributes().get(attribute.key());
    return value == null ? null : value.toString();
  }
}
