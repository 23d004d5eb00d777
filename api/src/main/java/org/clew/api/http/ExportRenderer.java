package org.clew.api.http;

import io.micronaut.http.MediaType;
import java.io.OutputStream;
import java.util.Optional;
import org.clew.api.export.ExportFormat;
import org.clew.api.export.SubjectExport;

/** Writes a part of the graph as {@code clew export} does. */
record ExportRenderer(ExportFormat written) implements SubgraphRenderer {
  @Override
  public MediaType mediaType() {
    return MediaType.of(written.mediaType());
  }

  @Override
  public Optional<ExportFormat> format() {
    return Optional.of(written);
  }

  @Override
  public void render(Around around, OutputStream out) {
    new SubjectExport(around.graph(), around.attributions(), around.reader())
        .write(around.part(), around.centre(), written, out);
  }
}
