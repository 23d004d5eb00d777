package org.clew.loader.ingest;

import java.util.Map;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/** The users of X's information operations archive: the user columns alone. */
final class XArchiveUsersReader implements FormatReader {
  @Override
  public String name() {
    return "x-archive";
  }

  @Override
  public String fills() {
    return "accounts";
  }

  @Override
  public String recognisedBy() {
    return "columns userid, user_screen_name, account_creation_date, but no tweetid";
  }

  @Override
  public Grade defaultGrade() {
    return new Grade('A', 2);
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasColumns("userid", "user_screen_name", "account_creation_date")
        && !sample.hasColumns("tweetid");
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    CsvTable.read(input, sink, XArchiveUsersReader::destroyed, row -> handle(row, sink));
  }

  private static @Nullable RejectedRow destroyed(Row row) {
    return row.get("userid").indexOf('\uFFFD') >= 0
        ? row.reject("userid", "The value holds bytes that are not UTF-8.")
        : null;
  }

  private static @Nullable RejectedRow handle(Row row, FactSink sink) {
    String user = row.get("userid");
    if (user.isEmpty() || user.equalsIgnoreCase("absent")) {
      return row.reject("userid", "An account needs an id.");
    }
    Map<String, Object> attributes =
        XProfiles.attributes(
            new XCells().of(row),
            (column, value, reason) -> sink.rejectValue(row.reject(column, reason)));
    sink.profile(EntityId.account("x", user), attributes, null, row.line());
    return null;
  }
}
