package org.clew.api.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.source.SourceView;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;

/**
 * A zip archive of {@code sources.csv}, {@code entities.csv} and {@code links.csv}, in the columns
 * of Clew's own CSV. A row of entities is what one source says of one entity; what an entity shows
 * is derived from these rows. What a detection run measured has no column.
 */
final class CsvArchiveWriter implements DocumentWriter {
  /** The earliest time a zip entry can carry. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private record Table(String name, List<String> columns) {}

  private static final String EVIDENCE_KIND_COLUMN = "kind";

  private static final Table SOURCES =
      new Table(
          "sources",
          List.of(
              GraphSchema.ID,
              "title",
              "publisher",
              "date",
              GraphSchema.GRADE,
              "licence",
              "url",
              "derivesFrom",
              "tlp",
              "sha256",
              "file",
              "format"));

  private static final Table ENTITIES =
      new Table(
          "entities",
          Stream.concat(
                  Stream.of(
                      GraphSchema.ID, GraphSchema.NAME, GraphSchema.SOURCE, GraphSchema.EVIDENCE),
                  Arrays.stream(Attribute.values()).map(Attribute::key))
              .toList());

  private static final Table LINKS =
      new Table(
          "links",
          List.of(
              "from",
              "type",
              "to",
              GraphSchema.SOURCE,
              GraphSchema.BASIS,
              EVIDENCE_KIND_COLUMN,
              GraphSchema.GRADE,
              GraphSchema.FIRST_SEEN,
              GraphSchema.LAST_SEEN,
              GraphSchema.COUNT,
              GraphSchema.EVIDENCE,
              GraphSchema.NOTE,
              GraphSchema.STATUS));

  private static final List<Table> TABLES = List.of(SOURCES, ENTITIES, LINKS);

  private final ZipOutputStream zip;
  private final Writer text;
  private CsvWriter csv;
  private int current;

  CsvArchiveWriter(ExportOptions options, OutputStream out) throws IOException {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
    String truncated = options.truncated();
    if (truncated != null) {
      zip.setComment(truncated);
    }
    csv = open(SOURCES);
  }

  @Override
  public void source(SourceView source, SortedMap<String, Object> properties) throws IOException {
    Map<String, Object> row = GraphProperties.of(source);
    row.remove(GraphSchema.NAME);
    row.put(GraphSchema.ID, source.id());
    write(SOURCES, row);
  }

  @Override
  public void entity(EntityView entity) {
    // Its rows are the statements.
  }

  @Override
  public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties)
      throws IOException {
    Map<String, Object> row = new HashMap<>(properties);
    row.put(GraphSchema.ID, entity);
    row.put(GraphSchema.SOURCE, source);
    write(ENTITIES, row);
  }

  @Override
  public boolean namesEnds() {
    return false;
  }

  @Override
  public void link(LinkView link, SortedMap<String, Object> properties) throws IOException {
    Map<String, Object> row = GraphProperties.of(link);
    Object evidenceKind = row.remove(GraphSchema.EVIDENCE_KIND);
    if (evidenceKind != null) {
      row.put(EVIDENCE_KIND_COLUMN, evidenceKind);
    }
    row.put("from", link.from());
    row.put("type", link.type());
    row.put("to", link.to());
    write(LINKS, row);
  }

  @Override
  public void end() throws IOException {
    enter(LINKS);
    close();
    zip.finish();
    zip.flush();
  }

  private void write(Table table, Map<String, Object> row) throws IOException {
    enter(table);
    List<String> cells = new ArrayList<>();
    for (String column : table.columns()) {
      Object value = row.remove(column);
      cells.add(value == null ? "" : CsvCells.of(value));
    }
    requireNothingLeft(row);
    csv.writeRecord(cells);
  }

  private void enter(Table table) throws IOException {
    int wanted = TABLES.indexOf(table);
    while (current < wanted) {
      close();
      current++;
      csv = open(TABLES.get(current));
    }
  }

  private CsvWriter open(Table table) throws IOException {
    ZipEntry entry = new ZipEntry(table.name() + ".csv");
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
    CsvWriter writer = CsvWriter.builder().build(text);
    writer.writeRecord(table.columns());
    return writer;
  }

  private void close() throws IOException {
    csv.flush();
    zip.closeEntry();
  }

  /** Only Clew writes these properties, so a name without a column is that of a later version. */
  private static void requireNothingLeft(Map<String, Object> row) {
    if (!row.isEmpty()) {
      throw new ClewException(
          Reason.UNREADABLE,
          "CSV has no column for "
              + String.join(", ", row.keySet().stream().sorted().toList())
              + "; export as JSON to keep it.");
    }
  }
}
