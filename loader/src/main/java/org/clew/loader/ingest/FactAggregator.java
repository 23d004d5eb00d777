package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.clew.loader.entity.Hosts;
import org.clew.loader.entity.NoiseList;
import org.clew.model.claim.Claim;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.Post;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates what a reader finds: one description for each (entity, source) and one link for each
 * (from, type, to, source), sorted by id. Each host stated under a registrable domain gets its
 * {@code SUBDOMAIN_OF}, derived, A1; but not below a platform, whose tenants it does not run as
 * one.
 */
public final class FactAggregator implements FactSink {
  private static final Grade DERIVED = new Grade('A', 1);

  private final Map<EntityId, Source> sources = new TreeMap<>();
  private final Map<Statement, MergedEntity> entities = new LinkedHashMap<>();
  private final Map<String, MergedLink> links = new HashMap<>();
  private final Map<String, EntityId> linkSources = new HashMap<>();
  private final List<StatedEntity> verbatimEntities = new ArrayList<>();
  private final List<Link> verbatimLinks = new ArrayList<>();
  private final SortedMap<String, SortedMap<String, Object>> measures = new TreeMap<>();
  private final TreeSet<Claim> claims = new TreeSet<>();
  private final List<RejectedRow> rejects = new ArrayList<>();
  private final ObservedFacts observed = new ObservedFacts();
  private final EntityId file;
  private final String fileName;
  private final PostSink posts;
  private final Consumer<RejectedRow> rejectSink;
  private long accepted;
  private long duplicate;
  private long blank;
  private long rejectedRows;
  private long rejectedValues;

  private @Nullable String title;

  private record Statement(EntityId entity, EntityId source) {}

  /** A link and its id, whose 16 hex digits are a number. */
  private record Identified(long id, Link link) {
    static Identified of(Link link) {
      return new Identified(Long.parseUnsignedLong(link.id(), 16), link);
    }
  }

  /** Aggregates a file without posts, and keeps its rejects. */
  public FactAggregator() {
    file = FILE;
    fileName = "";
    posts = PostSink.NONE;
    rejectSink = rejects::add;
  }

  /**
   * Aggregates a file that may hold posts.
   *
   * @param file the id of its source; {@link FactSink#FILE} where it is not known yet
   * @param fileName its name, as references to its rows carry it
   * @param posts where posts and observations go
   * @param rejectSink where rejects go, which are then not kept here; null to keep them
   */
  public FactAggregator(
      EntityId file, String fileName, PostSink posts, @Nullable Consumer<RejectedRow> rejectSink) {
    this.file = file;
    this.fileName = fileName;
    this.posts = posts;
    this.rejectSink = rejectSink == null ? rejects::add : rejectSink;
  }

  @Override
  public EntityId file() {
    return file;
  }

  @Override
  public void post(Post post, List<Observation> observations) {
    posts.add(post);
    observations.forEach(posts::add);
    observed.add(post, observations);
  }

  @Override
  public void profile(
      EntityId account, Map<String, Object> attributes, @Nullable Moment time, long line) {
    observed.profile(account, attributes, time, fileName, line);
  }

  @Override
  public void title(String text) {
    title = text;
  }

  @Override
  public void source(Source source) {
    sources.putIfAbsent(source.id(), source);
  }

  @Override
  public void entity(Entity entity, EntityId source, String evidence) {
    merged(entity.id(), source).add(entity, evidence);
  }

  @Override
  public void link(Link link) {
    links.computeIfAbsent(link.id(), id -> new MergedLink(link)).add(link);
    linkSources.put(link.id(), link.source());
    String reference = link.evidence().isEmpty() ? "" : link.evidence().get(0);
    for (EntityId end : List.of(link.from(), link.to())) {
      merged(end, link.source()).addEvidence(reference);
    }
  }

  @Override
  public void verbatim(StatedEntity statement) {
    verbatimEntities.add(statement);
  }

  @Override
  public void verbatim(Link link) {
    verbatimLinks.add(link);
  }

  @Override
  public void measured(String id, SortedMap<String, Object> values) {
    measures.put(id, values);
  }

  @Override
  public void claim(Claim claim) {
    claims.add(claim);
  }

  @Override
  public void accepted() {
    accepted++;
  }

  @Override
  public void duplicate() {
    duplicate++;
  }

  @Override
  public void blank() {
    blank++;
  }

  @Override
  public void rejectRow(RejectedRow reject) {
    rejectedRows++;
    rejectSink.accept(reject);
  }

  @Override
  public void rejectValue(RejectedRow reject) {
    rejectedValues++;
    rejectSink.accept(reject);
  }

  /** The title the file gives itself, or nothing. */
  public Optional<String> title() {
    return Optional.ofNullable(title);
  }

  /** What became of the rows so far. */
  public RowCounts counts() {
    return new RowCounts(accepted, rejectedRows, duplicate, blank, rejectedValues);
  }

  /** Whether all that was stated was stated word for word, as by the export of a graph. */
  public boolean isVerbatim() {
    return !verbatimEntities.isEmpty() && entities.isEmpty() && links.isEmpty();
  }

  /** The rejects so far, in the order of the file. */
  public List<RejectedRow> rejects() {
    List<RejectedRow> ordered = new ArrayList<>(rejects);
    ordered.sort(Comparator.comparingLong(RejectedRow::line));
    return ordered;
  }

  /** The claims so far, with the given source where they cite the file itself. */
  public List<Claim> claims(Source file) {
    return claims.stream()
        .map(
            claim ->
                new Claim(
                    claim.from(),
                    claim.to(),
                    actual(claim.source(), file),
                    claim.status(),
                    claim.reason(),
                    claim.evidence()))
        .toList();
  }

  /**
   * All statements, with the given source where they cite the file itself. A file that nothing
   * cites, such as a case file, is no source.
   */
  public Facts facts(Source file) {
    observed.entities((entity, evidence) -> entity(entity, FILE, evidence));
    addSubdomains();
    if (entities.keySet().stream().anyMatch(key -> key.source().equals(FILE))) {
      source(file);
    }
    List<StatedEntity> stated = new ArrayList<>(verbatimEntities);
    entities.forEach((key, entity) -> stated.add(entity.build(actual(key.source(), file))));
    stated.sort(
        Comparator.comparing((StatedEntity entity) -> entity.entity().id())
            .thenComparing(StatedEntity::source));
    return new Facts(List.copyOf(sources.values()), stated, aggregatedLinks(file), measures);
  }

  /** The id is a digest: it is computed once a link, not at each comparison. */
  private List<Link> aggregatedLinks(Source file) {
    List<Identified> aggregated = new ArrayList<>();
    links.forEach(
        (id, merged) -> {
          EntityId source = linkSources.getOrDefault(id, FILE);
          Link link = merged.build(actual(source, file));
          aggregated.add(Identified.of(link));
        });
    verbatimLinks.forEach(link -> aggregated.add(Identified.of(link)));
    aggregated.addAll(observed.links(file.id(), fileName, Identified::of));
    Identified[] sorted = aggregated.toArray(Identified[]::new);
    Arrays.parallelSort(sorted, (a, b) -> Long.compareUnsigned(a.id(), b.id()));
    return Arrays.stream(sorted).map(Identified::link).toList();
  }

  private void addSubdomains() {
    for (Map.Entry<Statement, MergedEntity> entry : List.copyOf(entities.entrySet())) {
      EntityId id = entry.getKey().entity();
      if (id.kind() != EntityKind.DOMAIN || Hosts.normalise(id.local()).isEmpty()) {
        continue;
      }
      String domain = Hosts.registrableDomain(id.local());
      if (!domain.equals(id.local()) && NoiseList.builtIn().host(domain).isEmpty()) {
        link(subdomain(id, domain, entry));
      }
    }
  }

  private static Link subdomain(
      EntityId host, String domain, Map.Entry<Statement, MergedEntity> statement) {
    EntityId source = statement.getKey().source();
    return new Link(
        host,
        LinkType.SUBDOMAIN_OF,
        EntityId.domain(domain),
        source,
        null,
        null,
        1,
        Basis.DERIVED,
        null,
        DERIVED,
        statement.getValue().build(source).evidence(),
        null);
  }

  private MergedEntity merged(EntityId entity, EntityId source) {
    return entities.computeIfAbsent(
        new Statement(entity, source), statement -> new MergedEntity(entity));
  }

  private static EntityId actual(EntityId source, Source file) {
    return source.equals(FILE) ? file.id() : source;
  }
}
