package org.clew.loader.ingest;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.clew.loader.observation.ParsedPost;
import org.clew.loader.observation.ParsedPost.ValueFault;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.observation.Post;
import org.jspecify.annotations.Nullable;

/** Walks through a table of posts with a parser of its rows. */
final class PostTable {
  private final Set<String> freeText;

  /** A parser of one row. */
  @FunctionalInterface
  interface RowParser {
    ParsedPost parse(Row row);
  }

  private record ParsedRow(Row row, Post post, ParsedPost parsed) {}

  /** Takes what a row says of its account beside the post. */
  @FunctionalInterface
  interface ProfileReader {
    void read(Post post, Row row);
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
      Function<Row, List<String>> identity,
      RowParser parser,
      ProfileReader profiles) {
    RowOutcomes<ParsedRow> outcomes =
        new RowOutcomes<>(
            row -> {
              List<String> parts = identity.apply(row);
              return parts.isEmpty() ? row.fields() : parts;
            },
            this::undecodable,
            row -> parse(row, parser));
    CsvTable.readAhead(input, sink, outcomes, parsed -> take(parsed, sink, profiles));
  }

  private static RowOutcome<ParsedRow> parse(Row row, RowParser parser) {
    ParsedPost parsed = parser.parse(row);
    Post post = parsed.post();
    if (post == null) {
      ValueFault fault = parsed.faults().get(0);
      return RowOutcome.rejected(row.reject(fault.column(), fault.reason()));
    }
    return RowOutcome.accepted(new ParsedRow(row, post, parsed));
  }

  private static void take(ParsedRow of, FactSink sink, ProfileReader profiles) {
    of.parsed()
        .faults()
        .forEach(fault -> sink.rejectValue(of.row().reject(fault.column(), fault.reason())));
    sink.post(of.post(), of.parsed().observations());
    profiles.read(of.post(), of.row());
  }

  /** A platform's texts may hold U+FFFD themselves; an id that holds it is destroyed. */
  private @Nullable RejectedRow undecodable(Row row) {
    if (row.decoded()) {
      return null;
    }
    List<String> fields = row.fields();
    List<String> names = row.columns().names();
    for (int i = 0; i < fields.size(); i++) {
      boolean broken = fields.get(i).indexOf('\uFFFD') >= 0 || fields.get(i).indexOf('\0') >= 0;
      if (broken && !freeText.contains(names.get(i))) {
        return row.reject(names.get(i), "The value holds bytes that are not UTF-8 text.");
      }
    }
    return null;
  }
}
