package org.clew.loader.ingest;

import org.clew.model.entity.Hashes;
import org.clew.model.source.Source;

/** What makes two loads the same: the bytes of the file and all that was said about it. */
final class LoadKey {
  private LoadKey() {}

  static String of(IngestResult result, ReadOptions options) {
    return of(result.source(), result.format(), options);
  }

  static String of(Source source, String format, ReadOptions options) {
    String said =
        String.join(
            "|",
            String.valueOf(source.sha256()),
            format,
            source.id().value(),
            source.title(),
            String.valueOf(source.publisher()),
            String.valueOf(source.date()),
            source.grade().toString(),
            String.valueOf(source.licence()),
            String.valueOf(source.url()),
            options.posts().text() + encoding(options));
    return Hashes.sha256(said);
  }

  private static String encoding(ReadOptions options) {
    return options.encoding() == null ? "" : "|" + options.encoding();
  }
}
