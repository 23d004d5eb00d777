package org.clew.loader.ingest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clew.model.entity.Attribute;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.source.Grade;

/**
 * Clew's own tables of entities, links or sources, written by hand. Lists are separated by bars.
 */
final class ClewCsvReader implements FormatReader {
  private static final List<String> KEYS =
      Stream.concat(
              Stream.of(
                  "id",
                  "name",
                  "source",
                  "evidence",
                  "from",
                  "to",
                  "type",
                  "basis",
                  "kind",
                  "grade",
                  "firstSeen",
                  "lastSeen",
                  "count",
                  "note",
                  "title",
                  "publisher",
                  "date",
                  "licence",
                  "url",
                  "derivesFrom",
                  "tlp",
                  "status"),
              Arrays.stream(Attribute.values()).map(Attribute::key))
          .distinct()
          .toList();
  private static final List<String> LISTS =
      List.of("source", "evidence", "derivesFrom", "formerHandles", "techniques");

  @Override
  public String name() {
    return "clew";
  }

  @Override
  public String fills() {
    return "entities, links or sources";
  }

  @Override
  public String recognisedBy() {
    return "columns id, name, source, or from, type, to, source, or id, title";
  }

  @Override
  public Grade defaultGrade() {
    return Grade.UNKNOWN;
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasColumns("id", "name", "source")
        || sample.hasColumns("from", "type", "to", "source")
        || definesSources(sample);
  }

  static boolean definesSources(Sample sample) {
    return !sample.header().isEmpty()
        && sample.header().get(0).equals("id")
        && sample.hasColumns("id", "title")
        && !sample.hasColumns("source");
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    CaseFacts facts = new CaseFacts(sink, options.knownSources());
    CaseSources sources = new CaseSources(sink);
    boolean links = input.sample().hasColumns("from", "type", "to");
    boolean defines = definesSources(input.sample());
    CsvTable.readByHand(
        input,
        sink,
        row -> {
          CaseItem item = item(row);
          if (defines) {
            return sources.add(item);
          }
          return links ? facts.link(item) : facts.entity(item);
        });
    sources.finish(options.knownSources());
  }

  private static CaseItem item(Row row) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String column : row.columns()) {
      String key = key(column);
      String text = row.get(column);
      if (text.isEmpty()) {
        values.putIfAbsent(key, List.of());
      } else if (LISTS.contains(key)) {
        values.put(
            key,
            Arrays.stream(text.split("\\|"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList());
      } else {
        values.put(key, List.of(text));
      }
    }
    RejectedRow raw = row.reject(null, "");
    return new CaseItem(row.file(), row.line(), raw.raw(), values, Map.of());
  }

  /** The key as it is written, whatever the case of the column. */
  private static String key(String column) {
    return KEYS.stream()
        .filter(key -> key.toLowerCase(Locale.ROOT).equals(column))
        .findFirst()
        .orElse(column);
  }
}
