package org.clew.cypher.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clew.cypher.ingest.DerivedEntity.Description;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/** Facts as the files that Neo4j's importer reads, one table for each label and type. */
final class ImportFiles implements AutoCloseable {
  private static final List<String> NODE = List.of("id:ID");
  private static final List<String> MARK = List.of("id:ID(mark)");
  private static final List<String> RELATIONSHIP = List.of(":START_ID", ":END_ID");

  private final Path folder;
  private final Map<String, List<ImportTable>> tables = new LinkedHashMap<>();
  private final Map<EntityId, Grade> grades = new HashMap<>();
  private final Map<EntityId, String> dates = new HashMap<>();
  private final Set<EntityId> nodes = new HashSet<>();

  ImportFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes facts and the graph's version, with a schema version that lets all migrations run. */
  void write(BulkFacts facts, long graphVersion) {
    facts.sources().forEach(source -> source(source, measures(facts, source.id().value())));
    entities(facts.entities());
    boolean measured = !facts.measures().isEmpty();
    facts
        .links()
        .forEachRemaining(link -> link(link, measured ? measures(facts, link.id()) : Map.of()));
    add(
        "--nodes=" + GraphSchema.META,
        MARK,
        List.of("graph"),
        Map.of("schemaVersion", 0L, "graphVersion", graphVersion));
  }

  /** Writes the mark of a completed load. */
  void loadMark(String key, List<String> sources) {
    add("--nodes=" + GraphSchema.LOAD, MARK, List.of(key), Map.of("sources", sources));
  }

  /** Finishes the files and gives the importer's options that name them. */
  List<String> finish() {
    List<String> options = new ArrayList<>();
    tables.forEach(
        (option, parts) -> parts.forEach(table -> options.add(option + "=" + table.files())));
    close();
    return options;
  }

  @Override
  public void close() {
    tables.values().forEach(parts -> parts.forEach(ImportTable::close));
    tables.clear();
  }

  private static Map<String, Object> measures(BulkFacts facts, String id) {
    return facts.measures().getOrDefault(id, Collections.emptySortedMap());
  }

  private void source(Source source, Map<String, Object> measures) {
    grades.put(source.id(), source.grade());
    PartialDate date = source.date();
    dates.put(source.id(), date == null ? "" : date.text());
    node(EntityKind.SOURCE, source.id(), FactRows.properties(FactRows.of(source, measures)));
  }

  private void entities(Iterator<StatedEntity> entities) {
    List<Description> descriptions = new ArrayList<>();
    while (entities.hasNext()) {
      StatedEntity next = entities.next();
      if (!descriptions.isEmpty()) {
        EntityId last = descriptions.get(0).stated().entity().id();
        if (!last.equals(next.entity().id())) {
          entity(last, descriptions);
          descriptions.clear();
        }
      }
      descriptions.add(
          new Description(
              next,
              grade(next.source()),
              dates.getOrDefault(next.source(), ""),
              FactRows.properties(FactRows.of(next))));
    }
    if (!descriptions.isEmpty()) {
      entity(descriptions.get(0).stated().entity().id(), descriptions);
    }
  }

  private void entity(EntityId id, List<Description> descriptions) {
    node(id.kind(), id, DerivedEntity.properties(descriptions));
    for (Description description : descriptions) {
      add(
          "--relationships=" + GraphSchema.STATED_IN,
          RELATIONSHIP,
          List.of(id.value(), description.stated().source().value()),
          description.properties());
    }
  }

  private void node(EntityKind kind, EntityId id, Map<String, Object> properties) {
    properties.remove(GraphSchema.ID);
    String labels = GraphSchema.ENTITY + ":" + kind.label();
    nodes.add(id);
    add("--nodes=" + labels, NODE, List.of(id.value()), properties);
  }

  private void link(Link link, Map<String, Object> measures) {
    requireNode(link.from());
    requireNode(link.to());
    add(
        "--relationships=" + link.type().name(),
        RELATIONSHIP,
        List.of(link.from().value(), link.to().value()),
        FactRows.properties(FactRows.of(link, measures)));
  }

  private void add(
      String option,
      List<String> firstColumns,
      List<String> first,
      Map<String, Object> properties) {
    List<ImportTable> parts = tables.computeIfAbsent(option, key -> new ArrayList<>());
    for (ImportTable table : parts) {
      if (table.takes(properties)) {
        table.add(first, properties);
        return;
      }
    }
    String name = option.substring(option.indexOf('=') + 1).replace(':', '-');
    ImportTable table = new ImportTable(folder, name + "-" + parts.size(), firstColumns);
    parts.add(table);
    table.add(first, properties);
  }

  private void requireNode(EntityId id) {
    if (!nodes.contains(id)) {
      throw new ClewException(
          Reason.UNREADABLE, "A link names '" + id + "', of which nothing is said.");
    }
  }

  private Grade grade(EntityId source) {
    @Nullable Grade grade = grades.get(source);
    if (grade == null) {
      throw new ClewException(
          Reason.UNREADABLE, "A row names the source '" + source + "', which is not in the graph.");
    }
    return grade;
  }
}
