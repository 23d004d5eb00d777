package org.clew.cypher.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.cypher.schema.GraphSchema;

/** Facts as the files that Neo4j's importer reads, one table for each label and type. */
final class ImportFiles implements AutoCloseable {
  private static final List<String> NODE = List.of("id:ID");
  private static final List<String> MARK = List.of("id:ID(mark)");
  private static final List<String> RELATIONSHIP = List.of(":START_ID", ":END_ID");

  private final Path folder;
  private final Map<String, List<ImportTable>> tables = new LinkedHashMap<>();
  private final List<String> ids = new ArrayList<>();

  ImportFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes all rows. */
  void write(ImportRows rows) {
    rows.nodes().forEachRemaining(node -> write(node.get()));
    rows.relationships().forEachRemaining(relationship -> write(relationship.get()));
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

  private void write(ImportNode node) {
    Map<String, Object> properties = new HashMap<>(node.properties());
    String id = String.valueOf(properties.remove(GraphSchema.ID));
    ids.add(id);
    add(
        "--nodes=" + String.join(":", node.labels()),
        node.labels().contains(GraphSchema.ENTITY) ? NODE : MARK,
        List.of(id),
        properties);
  }

  private void write(ImportRelationship relationship) {
    add(
        "--relationships=" + relationship.type(),
        RELATIONSHIP,
        List.of(id(relationship.from()), id(relationship.to())),
        relationship.properties());
  }

  private String id(long number) {
    return ids.get((int) number);
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
}
