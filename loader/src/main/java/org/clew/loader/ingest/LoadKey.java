package org.clew.loader.ingest;

import org.clew.model.entity.Hashes;
import org.clew.model.source.Source;

/** What makes two loads the same: the bytes of the file and all that was said about it. */
final class LoadKey {
  private LoadKey() {}

  static String of(IngestResult result) {
    Source source = result.source();
    String said =
        String.join(
            "|",
            String.valueOf(source.sha256()),
            result.format(),
            source.id().value(),
            source.title(),
            String.valueOf(source.publisher()),
            String.valueOf(source.date()),
            source.grade().toString(),
            String.valueOf(source.licence()),
            String.valueOf(source.url()));
    return Hashes.sha256(said);
  }
}
