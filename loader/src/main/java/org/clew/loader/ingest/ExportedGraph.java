package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.claim.Claim;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;
import org.clew.model.source.Tlp;

/**
 * Takes the records of a graph that was exported, in whatever order, and states them word for word.
 * What an entity shows follows from its statements; an entity without any is stated by the file.
 */
final class ExportedGraph {
  private static final Set<String> NO_ATTRIBUTES =
      Set.of(GraphSchema.ID, GraphSchema.NAME, GraphSchema.EVIDENCE);
  private static final Set<String> OF_SOURCES =
      Set.of(
          GraphSchema.ID,
          GraphSchema.NAME,
          GraphSchema.GRADE,
          "title",
          "publisher",
          "date",
          "licence",
          "url",
          "sha256",
          "file",
          "format",
          "derivesFrom",
          "tlp");

  private static final Pattern MEASURE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  private final FactSink sink;
  private final Set<EntityId> knownSources;
  private final Map<EntityId, Read<Source>> sources = new LinkedHashMap<>();
  private final Map<EntityId, Read<Entity>> entities = new LinkedHashMap<>();
  private final Map<Said, Read<StatedEntity>> statements = new LinkedHashMap<>();
  private final Map<String, Read<Link>> links = new LinkedHashMap<>();
  private final Map<String, Claim.Status> claims = new HashMap<>();

  private record Said(EntityId entity, EntityId source) {}

  /** What a record gave, and where it stands. */
  private record Read<T>(T fact, String file, long line) {
    String evidence() {
      return file + ":" + line;
    }

    RejectedRow reject(String key, String reason) {
      return new RejectedRow(file, line, key, reason, fact.toString());
    }
  }

  private interface Step {
    void run() throws CaseFault;
  }

  /** A graph that may cite these sources beside its own. */
  ExportedGraph(FactSink sink, Set<EntityId> knownSources) {
    this.sink = sink;
    this.knownSources = Set.copyOf(knownSources);
  }

  /** A source with its properties. */
  void source(GraphRecord item, String id) {
    guard(
        item,
        () -> {
          EntityId source = id(item, id, EntityKind.SOURCE.label());
          Grade grade = ExportedLinks.grade(item, GraphSchema.GRADE);
          List<EntityId> roots = new ArrayList<>();
          for (String root : item.texts("derivesFrom")) {
            roots.add(ExportedLinks.entity("derivesFrom", root));
          }
          String title = item.optional("title");
          String tlp = item.optional("tlp");
          String name = item.optional(GraphSchema.NAME);
          put(
              sources,
              source,
              new Source(
                  source,
                  title == null ? name == null ? source.local() : name : title,
                  item.optional("publisher"),
                  ExportedLinks.date(item, "date"),
                  grade == null ? Grade.UNKNOWN : grade,
                  item.optional("licence"),
                  item.optional("url"),
                  item.optional("sha256"),
                  item.optional("file"),
                  item.optional("format"),
                  roots,
                  tlp == null ? null : Tlp.ofWord(tlp)),
              item);
          measure(item, source.value(), OF_SOURCES, true);
        });
  }

  /**
   * An entity as it shows.
   *
   * @param kind the label the file gives it
   */
  void entity(GraphRecord item, String id, String kind) {
    guard(
        item,
        () -> {
          EntityId known = id(item, id, kind);
          if (known.kind() == EntityKind.SOURCE) {
            throw new CaseFault(GraphSchema.ID, "A source stands among the sources.");
          }
          put(entities, known, described(item, id), item);
        });
  }

  /** What a source says of an entity. */
  void statement(GraphRecord item, String entity, String source) {
    guard(
        item,
        () -> {
          EntityId by = id(item, source, EntityKind.SOURCE.label());
          Entity described = described(item, entity);
          if (described.kind() == EntityKind.SOURCE) {
            throw new CaseFault(GraphSchema.ID, "A source is described by itself alone.");
          }
          put(
              statements,
              new Said(described.id(), by),
              new StatedEntity(described, by, item.texts(GraphSchema.EVIDENCE)),
              item);
        });
  }

  /** A link, or a claim that two entities are the same. */
  void link(GraphRecord item, String from, String type, String to) {
    guard(
        item,
        () -> {
          Link link = ExportedLinks.link(item, from, type, to);
          Claim.Status status = ExportedLinks.status(item);
          if (put(links, link.id(), link, item) && link.type() == LinkType.SAME_AS) {
            claims.put(link.id(), status);
          }
          boolean kept = !link.source().equals(FactSink.FILE);
          measure(item, link.id(), ExportedLinks.PROPERTIES, kept);
        });
  }

  /** A record that says nothing beside the links, such as a list of members. */
  void followsFromLinks() {
    sink.accepted();
  }

  /** States what was read, when no record is left. */
  void finish() {
    sources.values().forEach(this::state);
    Set<EntityId> stated = new HashSet<>();
    for (Read<StatedEntity> statement : statements.values()) {
      if (isKnown(statement.fact().source())) {
        sink.verbatim(statement.fact());
        sink.accepted();
        stated.add(statement.fact().entity().id());
      } else {
        sink.rejectRow(unknownSource(statement, statement.fact().source()));
      }
    }
    for (Read<Entity> entity : entities.values()) {
      sink.accepted();
      if (stated.add(entity.fact().id())) {
        sink.entity(entity.fact(), FactSink.FILE, entity.evidence());
      }
    }
    links.values().forEach(link -> state(link, stated));
  }

  private void state(Read<Source> read) {
    Source source = read.fact();
    List<EntityId> roots = new ArrayList<>();
    for (EntityId root : source.derivesFrom()) {
      if (isKnown(root)) {
        roots.add(root);
      } else {
        sink.rejectValue(read.reject("derivesFrom", "The source '" + root + "' is not defined."));
      }
    }
    sink.accepted();
    sink.source(source.withDerivesFrom(roots));
  }

  private void state(Read<Link> read, Set<EntityId> stated) {
    Link link = read.fact();
    for (EntityId end : List.of(link.from(), link.to())) {
      if (!stated.contains(end)) {
        sink.rejectRow(read.reject("ends", "The file has no usable entity '" + end + "'."));
        return;
      }
    }
    boolean byFile = link.source().equals(FactSink.FILE);
    if (!byFile && !isKnown(link.source())) {
      sink.rejectRow(unknownSource(read, link.source()));
      return;
    }
    sink.accepted();
    Claim.Status status = claims.get(link.id());
    if (status != null) {
      String reason = link.note() == null ? "The file says so." : link.note();
      sink.claim(new Claim(link.from(), link.to(), link.source(), status, reason, link.evidence()));
    } else if (byFile) {
      sink.link(link);
    } else {
      sink.verbatim(link);
    }
  }

  private boolean isKnown(EntityId source) {
    return sources.containsKey(source) || knownSources.contains(source);
  }

  private static RejectedRow unknownSource(Read<?> read, EntityId source) {
    return read.reject(GraphSchema.SOURCE, "The source '" + source + "' is not defined.");
  }

  private <K, T> boolean put(Map<K, Read<T>> known, K key, T fact, GraphRecord item)
      throws CaseFault {
    Read<T> before = known.get(key);
    if (before == null) {
      known.put(key, new Read<>(fact, item.file(), item.line()));
      return true;
    }
    if (!before.fact().equals(fact)) {
      throw new CaseFault(
          GraphSchema.ID, "Line " + before.line() + " says otherwise of the same thing.");
    }
    sink.duplicate();
    return false;
  }

  private void guard(GraphRecord item, Step step) {
    try {
      for (Map.Entry<String, Object> property : item.properties().entrySet()) {
        if (Unpaired.isIn(property.getKey())) {
          throw new CaseFault(GraphSchema.ID, Unpaired.REASON);
        }
        if (Unpaired.isIn(property.getValue())) {
          throw new CaseFault(property.getKey(), Unpaired.REASON);
        }
      }
      step.run();
    } catch (CaseFault fault) {
      sink.rejectRow(item.reject(fault.key(), fault.reason()));
    }
  }

  private static EntityId id(GraphRecord item, String text, String kind) throws CaseFault {
    EntityId id = ExportedLinks.entity(GraphSchema.ID, text);
    if (!id.kind().label().equals(kind)) {
      throw new CaseFault(
          "kind", "'" + kind + "' is not the kind of '" + id + "': " + item.evidence() + ".");
    }
    return id;
  }

  private Entity described(GraphRecord item, String text) throws CaseFault {
    EntityId id = ExportedLinks.entity(GraphSchema.ID, text);
    String name = item.optional(GraphSchema.NAME);
    SortedMap<String, Object> attributes = new TreeMap<>();
    for (Map.Entry<String, Object> property : item.properties().entrySet()) {
      String key = property.getKey();
      if (!NO_ATTRIBUTES.contains(key)) {
        Optional<RejectedRow> fault = faultOf(item, key, property.getValue());
        fault.ifPresentOrElse(sink::rejectValue, () -> attributes.put(key, property.getValue()));
      }
    }
    return new Entity(id, name == null ? id.local() : name, attributes);
  }

  /** What is no property of a link or a source was measured by a detection run. */
  private void measure(GraphRecord item, String id, Set<String> own, boolean kept) {
    SortedMap<String, Object> measured = new TreeMap<>();
    item.properties()
        .forEach(
            (key, value) -> {
              if (own.contains(key)) {
                return;
              }
              if (kept && isPlain(value) && MEASURE.matcher(key).matches()) {
                measured.put(key, value);
              } else {
                sink.rejectValue(item.reject(key, "'" + key + "' is no measure that Clew keeps."));
              }
            });
    if (!measured.isEmpty()) {
      sink.measured(id, measured);
    }
  }

  private static Optional<RejectedRow> faultOf(GraphRecord item, String key, Object value) {
    if (Attribute.ofKey(key).isEmpty()) {
      return Optional.of(item.reject(key, "'" + key + "' is no attribute of an entity."));
    }
    return isPlain(value)
        ? Optional.empty()
        : Optional.of(item.reject(key, "'" + value + "' does not fit " + key + "."));
  }

  private static boolean isPlain(Object value) {
    return value instanceof String
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance));
  }
}
