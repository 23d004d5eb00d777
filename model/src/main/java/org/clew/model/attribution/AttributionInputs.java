package org.clew.model.attribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.model.attribution.AttributionCase.OriginFact;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKind;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.Fact;
import org.clew.model.evidence.Provenance;
import org.clew.model.evidence.Statement;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Source;
import org.clew.model.trace.Member;
import org.clew.model.trace.TraceParameters;
import org.jspecify.annotations.Nullable;

/**
 * Puts a subject's case together from descriptions, links and sources: members, candidates, origins
 * and what others concluded, as far as they stood on the day, are trusted and not left out.
 */
public final class AttributionInputs {
  /** What an origin counts as whose source does not say what it rests on: the weakest kind. */
  private static final String UNSTATED_ORIGIN = "geography/hosting-country";

  private static final Set<String> ORIGIN_FAMILIES = Set.of("geography", "registration", "hosting");

  private final List<StatedEntity> entities;
  private final List<Link> links;
  private final Map<EntityId, Source> sources;
  private final Provenance provenance;
  private final Map<String, Double> probabilities;
  private final Map<View, List<Candidate>> candidates = new ConcurrentHashMap<>();

  /** What of the inputs counts. */
  private record View(@Nullable LocalDate asOf, Set<EntityId> trust, Set<String> without) {}

  /**
   * The inputs.
   *
   * @param entities descriptions of the subject and of outlets and organizations
   * @param links memberships, relations of control, work and supply, and origins; others do no harm
   * @param probabilities how surely detected members belong to their cluster, by the id of the
   *     IN_CLUSTER link; 1 where absent
   */
  public AttributionInputs(
      Collection<StatedEntity> entities,
      Collection<Link> links,
      Collection<Source> sources,
      Map<String, Double> probabilities) {
    this.entities = List.copyOf(entities);
    this.links =
        links.stream()
            .collect(Collectors.toMap(Link::id, Function.identity(), (a, b) -> a, TreeMap::new))
            .values()
            .stream()
            .toList();
    this.sources = new HashMap<>();
    sources.forEach(source -> this.sources.putIfAbsent(source.id(), source));
    this.provenance = new Provenance(this.sources.values());
    this.probabilities = Map.copyOf(probabilities);
  }

  /** The inputs that these files hold. */
  public static AttributionInputs of(Collection<Facts> facts) {
    return new AttributionInputs(
        facts.stream().flatMap(each -> each.entities().stream()).toList(),
        facts.stream().flatMap(each -> each.links().stream()).toList(),
        facts.stream().flatMap(each -> each.sources().stream()).toList(),
        Map.of());
  }

  /** All clusters that are described or have members, by id. */
  public List<EntityId> clusters() {
    Set<EntityId> clusters = new TreeSet<>();
    links.stream()
        .filter(link -> link.type() == LinkType.IN_CLUSTER)
        .forEach(link -> clusters.add(link.to()));
    entities.stream()
        .map(each -> each.entity().id())
        .filter(id -> id.kind() == EntityKind.CLUSTER)
        .forEach(clusters::add);
    return List.copyOf(clusters);
  }

  /** The case of a subject. */
  public AttributionCase about(EntityId subject, AttributionParameters parameters) {
    InputFilter filter = new InputFilter(sources, provenance, parameters.search());
    List<Link> memberships = memberships(subject, filter);
    List<Member> members = members(subject, memberships);
    Set<EntityId> described = new TreeSet<>(Set.of(subject));
    memberships.forEach(link -> described.add(link.from()));
    List<Candidate> candidates =
        candidates(parameters.search(), filter).stream()
            .filter(each -> !each.id().equals(subject))
            .toList();
    List<Conclusion> conclusions = conclusions(described, filter);
    Set<EntityId> conclusionRoots = new TreeSet<>();
    conclusions.forEach(each -> conclusionRoots.addAll(provenance.roots(each.source())));
    return new AttributionCase(
        subject,
        name(subject, filter),
        members,
        memberships,
        candidates.stream()
            .filter(each -> !each.operator() || members.stream().noneMatch(isOf(each)))
            .toList(),
        candidates.stream().filter(Candidate::operator).toList(),
        origins(described, filter, parameters.kinds()),
        conclusions,
        conclusionRoots,
        Stream.concat(
                assumptions(memberships, filter).stream(), suppliers(described, filter).stream())
            .toList());
  }

  private List<Link> memberships(EntityId subject, InputFilter filter) {
    List<Link> known =
        links.stream()
            .filter(link -> link.type() == LinkType.IN_CLUSTER && link.to().equals(subject))
            .filter(filter::keepsAssumption)
            .toList();
    List<Link> trusted = known.stream().filter(link -> filter.isTrusted(link.source())).toList();
    return trusted.isEmpty() ? known : trusted;
  }

  /** Clusters within a cluster are not opened: they stand for members that nobody named. */
  private List<Member> members(EntityId subject, List<Link> memberships) {
    if (subject.kind() != EntityKind.CLUSTER) {
      return List.of(Member.certain(subject));
    }
    Map<EntityId, Double> surest = new TreeMap<>();
    memberships.stream()
        .filter(link -> link.from().kind() != EntityKind.CLUSTER)
        .forEach(
            link ->
                surest.merge(link.from(), probabilities.getOrDefault(link.id(), 1.0), Math::max));
    return surest.entrySet().stream()
        .map(each -> new Member(each.getKey(), each.getValue()))
        .toList();
  }

  private static Predicate<Member> isOf(Candidate candidate) {
    return member -> member.id().equals(candidate.id());
  }

  /** The same for all subjects that are asked about in one way. */
  private List<Candidate> candidates(TraceParameters search, InputFilter filter) {
    View view = new View(search.asOf(), search.trust(), search.without());
    return candidates.computeIfAbsent(view, key -> new Candidates(entities, links, filter).all());
  }

  private Map<EntityId, List<OriginFact>> origins(
      Set<EntityId> about, InputFilter filter, EvidenceKinds kinds) {
    Map<EntityId, Map<String, List<Link>>> byState = new TreeMap<>();
    for (Link link : links) {
      if (link.type() == LinkType.ORIGINATES_IN
          && about.contains(link.from())
          && filter.keepsEvidence(link)
          && ORIGIN_FAMILIES.contains(kind(link, kinds).family())) {
        byState
            .computeIfAbsent(link.to(), key -> new TreeMap<>())
            .computeIfAbsent(link.from() + "|" + kind(link, kinds).id(), key -> new ArrayList<>())
            .add(link);
      }
    }
    Map<EntityId, List<OriginFact>> origins = new LinkedHashMap<>();
    byState.forEach(
        (state, facts) ->
            origins.put(
                state, facts.values().stream().map(same -> origin(same, filter, kinds)).toList()));
    return origins;
  }

  private OriginFact origin(List<Link> same, InputFilter filter, EvidenceKinds kinds) {
    List<Statement> statements =
        same.stream()
            .map(
                link ->
                    new Statement(
                        Statement.DETACHED,
                        kind(link, kinds),
                        link.source(),
                        filter.grade(link),
                        DaySpan.of(link.firstSeen(), link.lastSeen()),
                        filter.roots(link)))
            .toList();
    Fact fact =
        new Fact(
            LinkType.ORIGINATES_IN,
            null,
            Fact.DIRECT_DEGREE,
            (long) Fact.DIRECT_DEGREE,
            statements,
            List.of(),
            null,
            null);
    EntityId about = same.get(0).from();
    return new OriginFact(about, name(about, filter), fact, same);
  }

  private static EvidenceKind kind(Link link, EvidenceKinds kinds) {
    String named = link.evidenceKind();
    return Optional.ofNullable(named)
        .flatMap(kinds::find)
        .or(() -> kinds.find(UNSTATED_ORIGIN))
        .orElseThrow();
  }

  private List<Conclusion> conclusions(Set<EntityId> about, InputFilter filter) {
    List<Conclusion> conclusions = new ArrayList<>();
    for (StatedEntity each : entities) {
      Object said = each.entity().attributes().get(Attribute.ASSESSED_AS.key());
      EntityId source = each.source();
      if (said != null
          && about.contains(each.entity().id())
          && filter.isTrusted(source)
          && filter.keepsDescription(source)) {
        conclusions.add(
            new Conclusion(each.entity().id(), said.toString(), source, filter.grade(source)));
      }
    }
    conclusions.sort(
        Comparator.comparing(Conclusion::about)
            .thenComparing(Conclusion::source)
            .thenComparing(Conclusion::statement));
    return conclusions.stream().distinct().toList();
  }

  private static List<String> assumptions(List<Link> memberships, InputFilter filter) {
    Map<String, Long> bySource =
        memberships.stream()
            .collect(
                Collectors.groupingBy(
                    link -> link.source() + ", grade " + filter.grade(link),
                    TreeMap::new,
                    Collectors.counting()));
    List<String> assumptions = new ArrayList<>();
    bySource.forEach(
        (source, count) ->
            assumptions.add(
                "That "
                    + count
                    + (count == 1 ? " member belongs" : " members belong")
                    + " to the subject is taken from "
                    + source
                    + "."));
    return assumptions;
  }

  /** Who supplies the subject or its members, which is context and never weighed. */
  private List<String> suppliers(Set<EntityId> about, InputFilter filter) {
    Map<EntityId, Set<String>> sources = new TreeMap<>();
    for (Link link : links) {
      if (link.type() == LinkType.SUPPLIES
          && about.contains(link.to())
          && filter.keepsEvidence(link)) {
        sources
            .computeIfAbsent(link.from(), key -> new TreeSet<>())
            .add(link.source() + ", grade " + filter.grade(link));
      }
    }
    List<String> sentences = new ArrayList<>();
    sources.forEach(
        (supplier, of) ->
            sentences.add(
                "That "
                    + name(supplier, filter)
                    + " supplies it, as stated by "
                    + String.join("; ", of)
                    + ", does not make it the sponsor: suppliers are not weighed."));
    return sentences;
  }

  private String name(EntityId id, InputFilter filter) {
    return entities.stream()
        .filter(each -> each.entity().id().equals(id))
        .filter(each -> !each.entity().name().equals(id.local()))
        .min(
            Comparator.comparing((StatedEntity each) -> filter.grade(each.source()))
                .thenComparing(StatedEntity::source))
        .map(each -> each.entity().name())
        .orElse(id.local());
  }
}
