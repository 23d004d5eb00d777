package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.clew.model.attribution.Candidate.Client;
import org.clew.model.attribution.Holdings.Reached;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Who may be behind a subject: every outlet, every organization that a State controls as a source
 * says, and every organization that runs several outlets, since what reaches such an owner speaks
 * for the owner and for none of its outlets in particular. Beside these stands every other
 * organization that is said to run assets or people itself: a firm that works for whoever pays.
 */
final class Candidates {
  private static final String OWNERSHIP = "organisation/";
  private static final String IDENTITY = "identity/";

  private final InputFilter filter;
  private final Map<EntityId, List<StatedEntity>> descriptions = new TreeMap<>();
  private final Holdings holdings;
  private final Map<EntityId, Set<EntityId>> outletsBelow = new TreeMap<>();
  private final Map<EntityId, Set<EntityId>> operators = new TreeMap<>();
  private final Map<EntityId, List<Link>> clients = new TreeMap<>();
  private final Map<EntityId, List<EntityId>> own = new TreeMap<>();

  /**
   * Those in descriptions and links.
   *
   * @param links in the order of their ids
   */
  Candidates(Collection<StatedEntity> entities, Collection<Link> links, InputFilter filter) {
    this.filter = filter;
    this.holdings = new Holdings(filter);
    entities.stream()
        .filter(each -> isCandidateKind(each.entity().kind()))
        .filter(each -> filter.keepsDescription(each.source()))
        .forEach(each -> listed(descriptions, each.entity().id()).add(each));
    links.stream()
        .filter(link -> isCandidateKind(link.to().kind()) && isControl(link))
        .filter(filter::keepsAssumption)
        .forEach(this::add);
    links.stream().filter(filter::keepsEvidence).forEach(this::addWork);
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
    holdings.add(link);
    listed(descriptions, link.to());
    if (link.from().kind() == EntityKind.ORGANIZATION) {
      listed(descriptions, link.from());
      if (link.to().kind() == EntityKind.MEDIA_OUTLET) {
        outletsBelow.computeIfAbsent(link.from(), key -> new TreeSet<>()).add(link.to());
      }
    }
  }

  /** What an organization is said to run, and for whom it is said to work. */
  private void addWork(Link link) {
    EntityId from = link.from();
    boolean runs =
        switch (link.type()) {
          case OPERATES, EMPLOYS -> true;
          case OWNS -> !isCandidateKind(link.to().kind());
          default -> false;
        };
    if (runs && from.kind() == EntityKind.ORGANIZATION) {
      Set<EntityId> assets = operators.computeIfAbsent(from, key -> new TreeSet<>());
      if (link.type() != LinkType.EMPLOYS) {
        assets.add(link.to());
      }
      listed(descriptions, from);
      String kind = link.evidenceKind();
      if (kind != null && kind.startsWith(IDENTITY)) {
        listed(own, from).add(link.to());
      }
    }
    if (link.type() == LinkType.EMPLOYS) {
      listed(clients, link.to()).add(link);
    } else if (link.type() == LinkType.SUPPLIES && isClientKind(link.to().kind())) {
      listed(clients, from).add(link);
    }
  }

  private static boolean isClientKind(EntityKind kind) {
    return isCandidateKind(kind) || kind == EntityKind.STATE;
  }

  private List<Client> clients(EntityId operator) {
    return clients.getOrDefault(operator, List.of()).stream()
        .map(link -> client(link.from().equals(operator) ? link.to() : link.from(), link))
        .toList();
  }

  private Client client(EntityId id, Link link) {
    Set<EntityId> controllers = new TreeSet<>(holdings.holders(id, true).keySet());
    controllers.add(id);
    return new Client(id, link, controllers);
  }

  private static <T> List<T> listed(Map<EntityId, List<T>> map, EntityId id) {
    return map.computeIfAbsent(id, key -> new ArrayList<>());
  }

  /** All of them, by id. */
  List<Candidate> all() {
    List<Candidate> all = new ArrayList<>();
    for (EntityId id : descriptions.keySet()) {
      Candidate candidate = candidate(id);
      if (!candidate.operator() || operators.containsKey(id)) {
        all.add(candidate);
      }
    }
    return all;
  }

  private boolean runsSeveral(EntityId id) {
    return outletsBelow.getOrDefault(id, Set.of()).size() > 1;
  }

  private boolean isMoreThanAnOperator(
      EntityId id, @Nullable FormerControl formerly, Set<EntityId> controllers) {
    return id.kind() == EntityKind.MEDIA_OUTLET
        || formerly != null
        || controllers.stream().anyMatch(each -> each.kind() == EntityKind.STATE)
        || runsSeveral(id);
  }

  private Candidate candidate(EntityId id) {
    Map<EntityId, Reached> present = holdings.holders(id, false);
    Map<EntityId, Reached> former = new TreeMap<>(holdings.holders(id, true));
    former.keySet().removeAll(present.keySet());
    FormerControl formerly = formerly(id, former);
    List<StatedEntity> words = relations(id, word -> isOf(word, formerly, false));
    StatedEntity relation = words.isEmpty() ? null : words.get(0);
    Set<EntityId> controllers = new TreeSet<>(present.keySet());
    controllers.add(id);
    String state = state(id, controllers, formerly);
    if (state != null && isDirected(relation)) {
      controllers.add(EntityId.state(state));
    }
    boolean operator = !isMoreThanAnOperator(id, formerly, controllers);
    SortedMap<EntityId, Grade> sources = new TreeMap<>();
    if (relation != null) {
      sources.put(relation.source(), filter.grade(relation.source()));
    }
    present.values().forEach(each -> each.links().forEach(link -> addSource(sources, link)));
    return new Candidate(
        id,
        name(id),
        operator ? null : state,
        relation(id, relation, controllers),
        sources,
        disputedBy(words),
        controllers,
        former.keySet(),
        formerly,
        operator,
        operators.getOrDefault(id, Set.of()).size(),
        clients(id),
        new TreeSet<>(own.getOrDefault(id, List.of())));
  }

  /** A source with the best grade of what it says here. */
  private void addSource(SortedMap<EntityId, Grade> sources, Link link) {
    Grade grade = filter.grade(link);
    sources.merge(link.source(), grade, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  /** The State whose control ended last, where none is left that has not. */
  private @Nullable FormerControl formerly(EntityId id, Map<EntityId, Reached> former) {
    FormerControl last = null;
    for (Map.Entry<EntityId, Reached> each : former.entrySet()) {
      PartialDate until = each.getValue().until();
      if (each.getKey().kind() == EntityKind.STATE && until != null) {
        FormerControl control = formerly(id, each.getKey(), each.getValue(), until);
        last = last == null || control.days().last() > last.days().last() ? control : last;
      }
    }
    return last;
  }

  private FormerControl formerly(EntityId id, EntityId state, Reached reached, PartialDate until) {
    Set<EntityId> sources = new TreeSet<>();
    reached.links().forEach(link -> sources.add(link.source()));
    FormerControl bare =
        new FormerControl(
            state.local(), Candidate.STATE_CONTROLLED, reached.days(), until, sources);
    for (StatedEntity each : relations(id, word -> isOf(word, bare, true))) {
      String word = text(each, Attribute.STATE_RELATION);
      if (word != null && Relation.ofControlBy(word) != Relation.LINKED) {
        sources.add(each.source());
        return new FormerControl(state.local(), word, reached.days(), until, sources);
      }
    }
    return bare;
  }

  /** Whether a description is of the time of a former control, or else of later. */
  private boolean isOf(StatedEntity word, @Nullable FormerControl formerly, boolean then) {
    PartialDate said = filter.date(word.source());
    boolean later =
        formerly == null || (said != null && said.earliest().isAfter(formerly.until().latest()));
    return then != later;
  }

  /** Contradicting sources both stand: the first counts, and the others are shown. */
  private static SortedMap<EntityId, String> disputedBy(List<StatedEntity> words) {
    SortedMap<EntityId, String> others = new TreeMap<>();
    String first = words.isEmpty() ? null : text(words.get(0), Attribute.STATE_RELATION);
    for (StatedEntity each : words) {
      String other = text(each, Attribute.STATE_RELATION);
      if (other != null && !other.equals(first)) {
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
    if (word != null) {
      return word;
    }
    if (controllers.stream().anyMatch(each -> each.kind() == EntityKind.STATE)) {
      return Candidate.STATE_CONTROLLED;
    }
    Set<String> below = new TreeSet<>();
    for (EntityId outlet : outletsBelow.getOrDefault(id, Set.of())) {
      List<StatedEntity> of = relations(outlet, each -> true);
      String relation = of.isEmpty() ? null : text(of.get(0), Attribute.STATE_RELATION);
      below.add(relation == null ? Candidate.UNKNOWN : relation);
    }
    return below.size() == 1 ? below.iterator().next() : Candidate.UNKNOWN;
  }

  /** None where several States are said to run it: one alone would be an answer nobody gave. */
  private @Nullable String state(
      EntityId id, Set<EntityId> controllers, @Nullable FormerControl formerly) {
    List<String> states = new ArrayList<>();
    controllers.stream()
        .filter(each -> each.kind() == EntityKind.STATE)
        .forEach(each -> states.add(each.local()));
    if (states.size() > 1) {
      return null;
    }
    StatedEntity described = stated(id, Attribute.COUNTRY);
    String country = described == null ? null : text(described, Attribute.COUNTRY);
    if (states.isEmpty() || (country != null && states.contains(country))) {
      return country == null && formerly != null ? formerly.state() : country;
    }
    return states.get(0);
  }

  /** What sources say of its state relation, the one that counts first; "unknown" says nothing. */
  private List<StatedEntity> relations(EntityId id, Predicate<StatedEntity> which) {
    return descriptions.getOrDefault(id, List.of()).stream()
        .filter(each -> text(each, Attribute.STATE_RELATION) != null)
        .filter(each -> !Candidate.UNKNOWN.equals(text(each, Attribute.STATE_RELATION)))
        .filter(which)
        .sorted(byGrade().thenComparing(Candidates::accusation).thenComparing(StatedEntity::source))
        .toList();
  }

  /** Where nothing else decides between two sources, what accuses less counts. */
  private static int accusation(StatedEntity of) {
    String word = text(of, Attribute.STATE_RELATION);
    return word == null ? 0 : Relation.ofControlBy(word).severity();
  }

  private String name(EntityId id) {
    return descriptions.getOrDefault(id, List.of()).stream()
        .filter(each -> !each.entity().name().equals(id.local()))
        .min(byGrade().thenComparing(StatedEntity::source))
        .map(each -> each.entity().name())
        .orElse(id.local());
  }

  private @Nullable StatedEntity stated(EntityId id, Attribute attribute) {
    return descriptions.getOrDefault(id, List.of()).stream()
        .filter(each -> text(each, attribute) != null)
        .min(byGrade().thenComparing(StatedEntity::source))
        .orElse(null);
  }

  /** The better grade first, then the later source: as the graph derives what an entity shows. */
  private Comparator<StatedEntity> byGrade() {
    return Comparator.comparing((StatedEntity each) -> filter.grade(each.source()))
        .thenComparing(
            each -> filter.date(each.source()), Comparator.nullsLast(Comparator.reverseOrder()));
  }

  private static @Nullable String text(StatedEntity stated, Attribute attribute) {
    Object value = stated.entity().attributes().get(attribute.key());
    return value == null ? null : value.toString();
  }
}
