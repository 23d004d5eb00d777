package org.clew.loader.ingest;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;

/** Reads texts as files and looks into the result. */
final class Reading {
  private Reading() {}

  static IngestResult text(String content) {
    return bytes(content.getBytes(StandardCharsets.UTF_8), ReadOptions.DEFAULTS);
  }

  static IngestResult bytes(byte[] content, ReadOptions options) {
    try (Input input =
        Input.of("test.csv", new ByteArrayInputStream(content), InputLimits.DEFAULTS)) {
      return FileIngest.read(input, options);
    }
  }

  static List<String> links(IngestResult result, LinkType type) {
    return result.facts().links().stream()
        .filter(link -> link.type() == type)
        .map(link -> link.from() + " " + link.to())
        .sorted()
        .toList();
  }

  static Link link(IngestResult result, LinkType type) {
    return result.facts().links().stream()
        .filter(link -> link.type() == type)
        .findFirst()
        .orElseThrow();
  }

  static Entity entity(IngestResult result, String id) {
    return result.facts().entities().stream()
        .map(stated -> stated.entity())
        .filter(entity -> entity.id().equals(new EntityId(id)))
        .max(Comparator.comparingInt(entity -> entity.attributes().size()))
        .orElseThrow(() -> new AssertionError(id + " is not stated."));
  }

  static List<String> reasons(IngestResult result) {
    return result.rejects().stream().map(RejectedRow::reason).toList();
  }
}
