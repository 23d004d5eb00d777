package org.clew.loader.ingest;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file: accepted + rejected + duplicate = rows.
 *
 * @param file its name; its path where files of one name are loaded together
 * @param format the format it was read with; null when it could not be read
 * @param source id of the source it stands for; null likewise
 * @param rows rows that are not blank
 * @param accepted rows taken over
 * @param rejected rows not taken over
 * @param duplicate rows equal to one taken over
 * @param blank empty rows, which are no rows
 * @param rejectedValues values of accepted rows that were not taken over
 * @param firstRejects what the first rejects were: file, line, column and reason in a sentence each
 * @param rejectsFile where rejected rows and values stand with line and reason; null when there are
 *     none
 * @param alreadyLoaded whether the file was in the graph before, so that nothing had to be done
 * @param failure why it could not be read; null when it could
 * @param note what else there is to say of it; null for nothing
 */
public record FileReport(
    String file,
    @Nullable String format,
    @Nullable String source,
    long rows,
    long accepted,
    long rejected,
    long duplicate,
    long blank,
    long rejectedValues,
    List<String> firstRejects,
    @Nullable String rejectsFile,
    boolean alreadyLoaded,
    @Nullable String failure,
    @Nullable String note) {
  /** How many rejects a report shows of those that stand in a file. */
  static final int FIRST_REJECTS = 5;

  /** How many it shows where there is no such file. */
  static final int FIRST_REJECTS_ALONE = 100;

  static FileReport of(
      IngestResult result,
      List<RejectedRow> firstRejects,
      @Nullable Path rejectsFile,
      boolean alreadyLoaded) {
    RowCounts counts = result.counts();
    return new FileReport(
        result.file(),
        result.format(),
        result.source().id().value(),
        counts.rows(),
        counts.accepted(),
        counts.rejected(),
        counts.duplicate(),
        counts.blank(),
        counts.rejectedValues(),
        firstRejects.stream()
            .sorted(Comparator.comparingLong(RejectedRow::line))
            .map(FileReport::sentence)
            .toList(),
        rejectsFile == null ? null : rejectsFile.toString(),
        alreadyLoaded,
        null,
        alreadyLoaded ? "already loaded" : null);
  }

  /** The same under another name. */
  FileReport withFile(String name) {
    return new FileReport(
        name,
        format,
        source,
        rows,
        accepted,
        rejected,
        duplicate,
        blank,
        rejectedValues,
        firstRejects,
        rejectsFile,
        alreadyLoaded,
        failure,
        note);
  }

  /** A file whose load is complete, as it was reported then. */
  static FileReport already(StatementArchive.Header header) {
    RowCounts counts = header.counts();
    return new FileReport(
        header.file(),
        header.format(),
        header.source().value(),
        counts.rows(),
        counts.accepted(),
        counts.rejected(),
        counts.duplicate(),
        counts.blank(),
        counts.rejectedValues(),
        List.of(),
        null,
        true,
        null,
        "already loaded");
  }

  /** A file whose rows the observation log has under another source. */
  static FileReport alreadyUnder(String file, String format, EntityId source) {
    return new FileReport(
        file,
        format,
        source.value(),
        0,
        0,
        0,
        0,
        0,
        0,
        List.of(),
        null,
        true,
        null,
        "already loaded as " + source);
  }

  /** A file in a folder that nobody asked for by name and that is no data. */
  static FileReport notRead(String file, String why) {
    return new FileReport(file, null, null, 0, 0, 0, 0, 0, 0, List.of(), null, false, null, why);
  }

  static FileReport failed(String file, String failure) {
    return new FileReport(
        file, null, null, 0, 0, 0, 0, 0, 0, List.of(), null, false, failure, null);
  }

  private static String sentence(RejectedRow reject) {
    String column = reject.column() == null ? "" : ", " + reject.column();
    return reject.file() + ":" + reject.line() + column + ": " + reject.reason();
  }
}
