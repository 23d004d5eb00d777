package org.clew.api.http;

import io.micronaut.http.MediaType;
import java.io.OutputStream;
import org.clew.api.export.ExportFormat;
import org.clew.api.export.SubjectExport;

/** Writes a part of the graph as {@code clew export} does. */
record ExportRenderer(ExportFormat format) implements SubgraphRenderer {
  @Override
  public MediaType mediaType() {
    return MediaType.of(format.mediaType());
  }

  @Override
  public void render(Around around, OutputStream out) {
    new SubjectExport(around.graph(), around.attributions())
        .write(around.part(), around.centre(), format, out);
  }
}
