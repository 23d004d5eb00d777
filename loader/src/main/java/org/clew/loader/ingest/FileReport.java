package org.clew.loader.ingest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file: accepted + rejected + duplicate = rows.
 *
 * @param file its name
 * @param format the format it was read with; null when it could not be read
 * @param source id of the source it stands for; null likewise
 * @param rows rows that are not blank
 * @param accepted rows taken over
 * @param rejected rows not taken over
 * @param duplicate rows equal to one taken over
 * @param blank empty rows, which are no rows
 * @param rejectedValues values of accepted rows that were not taken over
 * @param rejectsFile where rejected rows and values stand with line and reason; null when there are
 *     none
 * @param alreadyLoaded whether the file was in the graph before, so that nothing had to be done
 * @param failure why it could not be read; null when it could
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
    @Nullable String rejectsFile,
    boolean alreadyLoaded,
    @Nullable String failure) {

  static FileReport of(IngestResult result, @Nullable Path rejectsFile, boolean alreadyLoaded) {
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
        rejectsFile == null ? null : rejectsFile.toString(),
        alreadyLoaded,
        null);
  }

  static FileReport failed(String file, String failure) {
    return new FileReport(file, null, null, 0, 0, 0, 0, 0, 0, null, false, failure);
  }
}
