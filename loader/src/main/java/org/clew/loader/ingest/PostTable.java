package org.clew.loader.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.clew.loader.observation.ParsedPost;
import org.clew.loader.observation.ParsedPost.ValueFault;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.observation.Post;
import org.jspecify.annotations.Nullable;

/** Walks through a table of posts with a parser of its rows. */
final class PostTable {
  private final Set<String> freeText;
  private Map<String, Integer> indexes = Map.of();
  private List<String> columns = List.of();

  /** A parser of one row. */
  @FunctionalInterface
  interface RowParser {
    ParsedPost parse(long line, UnaryOperator<String> columns);
  }

  /** Takes what a row says of its account beside the post. */
  @FunctionalInterface
  interface ProfileReader {
    void read(Post post, UnaryOperator<String> columns);
  }

  /**
   * A walk.
   *
   * @param freeText columns in lower case in which a character that could not be decoded spoils
   *     nothing
   */
  PostTable(Set<String> freeText) {
    this.freeText = freeText;
  }

  void read(
      Input input,
      FactSink sink,
      Function<UnaryOperator<String>, List<String>> identity,
      RowParser parser,
      ProfileReader profiles) {
    CsvTable.read(
        input,
        sink,
        row -> {
          List<String> parts = identity.apply(values(row));
          return parts.isEmpty() ? row.fields() : parts;
        },
        this::undecodable,
        row -> handle(row, sink, parser, profiles));
  }

  private @Nullable RejectedRow handle(
      Row row, FactSink sink, RowParser parser, ProfileReader profiles) {
    UnaryOperator<String> values = values(row);
    ParsedPost parsed = parser.parse(row.line(), values);
    Post post = parsed.post();
    if (post == null) {
      ValueFault fault = parsed.faults().get(0);
      return row.reject(fault.column(), fault.reason());
    }
    parsed.faults().forEach(fault -> sink.rejectValue(row.reject(fault.column(), fault.reason())));
    sink.post(post, parsed.observations());
    profiles.read(post, values);
    return null;
  }

  UnaryOperator<String> values(Row row) {
    if (row.columns() != columns) {
      columns = row.columns();
      indexes = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        indexes.putIfAbsent(columns.get(i), i);
      }
    }
    Map<String, Integer> places = indexes;
    List<String> fields = row.fields();
    return column -> {
      Integer index = places.get(column);
      return index == null || index >= fields.size() ? "" : fields.get(index);
    };
  }

  /** A platform's texts may hold U+FFFD themselves; an id that holds it is destroyed. */
  private @Nullable RejectedRow undecodable(Row row) {
    List<String> fields = row.fields();
    for (int i = 0; i < fields.size(); i++) {
      boolean broken = fields.get(i).indexOf('\uFFFD') >= 0 || fields.get(i).indexOf('\0') >= 0;
      if (broken && !freeText.contains(row.columns().get(i))) {
        return row.reject(row.columns().get(i), "The value holds bytes that are not UTF-8 text.");
      }
    }
    return null;
  }
}
