package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.clew.model.ClewException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportFormatTest {
  @Test
  void shouldBeFoundByWordAndByMediaType() {
    assertThat(ExportFormat.ofWord("GraphML")).isEqualTo(ExportFormat.GRAPHML);
    assertThat(ExportFormat.ofMediaType("application/stix+json;version=2.1"))
        .contains(ExportFormat.STIX);
    assertThat(ExportFormat.ofMediaType("text/xml")).isEmpty();
  }

  @Test
  void shouldNameTheFormatsWhenAskedForAnother() {
    assertThatThrownBy(() -> ExportFormat.ofWord("pajek"))
        .isInstanceOf(ClewException.class)
        .hasMessage(
            "There is no export format 'pajek';"
                + " choose one of graphml, gexf, json, csv, cypher, stix, dot, svg, html.");
  }

  @ParameterizedTest
  @EnumSource
  void shouldGiveTheSameBytesForTheSameGraph(ExportFormat format) {
    assertThat(SampleGraph.export(format)).isEqualTo(SampleGraph.export(format));
  }

  @ParameterizedTest
  @EnumSource
  void shouldSayWhenAPartWasLeftOut(ExportFormat format) {
    ExportOptions cut = ExportOptions.DEFAULT.truncated("Only the first 5 are included.");
    assertThat(new String(SampleGraph.export(format, cut), StandardCharsets.UTF_8))
        .contains("Only the first 5 are included.");
  }

  @ParameterizedTest
  @EnumSource
  void shouldBeWholeForAnEmptyGraph(ExportFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphExport.writer(format, out).end();
    assertThat(out.size()).isPositive().isLessThan(SampleGraph.export(format).length);
  }

  @ParameterizedTest
  @EnumSource
  void shouldFailWithOneSentenceWhenTheStreamFails(ExportFormat format) {
    assertThatThrownBy(
            () -> {
              GraphExport export = GraphExport.writer(format, new FullDisk());
              SampleGraph.visit(export);
              export.end();
            })
        .isInstanceOf(ClewException.class)
        .hasMessage("The export cannot be written.")
        .hasRootCauseMessage("disk full");
  }

  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("disk full");
    }
  }
}
