package org.clew.loader.ingest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.source.Grade;

/**
 * Clew's own tables of entities, links or sources, written by hand. Lists are separated by bars.
 */
final class ClewCsvReader implements FormatReader {
  private static final List<String> LISTS =
      List.of("source", "evidence", "derivesFrom", "formerHandles", "formerNames", "techniques");

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
    for (String column : row.columns().names()) {
      String key = CaseKeys.canonical(column);
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
}
