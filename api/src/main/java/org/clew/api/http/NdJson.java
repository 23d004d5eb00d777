package org.clew.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clew.api.Json;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Newline-delimited JSON: a document a line. The last line tells that it is the last, so that an
 * answer that was cut on its way is known by the lack of it.
 */
final class NdJson {
  static final String MEDIA_TYPE = "application/x-ndjson";

  static final MediaType TYPE = MediaType.of(MEDIA_TYPE);

  private NdJson() {}

  static void line(OutputStream out, Object document) {
    try {
      out.write(bytes(document));
      out.write('\n');
    } catch (IOException e) {
      throw new ClewException(Reason.UNAVAILABLE, "The answer cannot be sent.", e);
    }
  }

  /**
   * Writes the last line.
   *
   * @param count how many lines precede it
   * @param next where the rest begins; null where there is none
   */
  static void end(OutputStream out, long count, @Nullable String next) {
    Map<String, Object> line = new LinkedHashMap<>();
    if (next == null) {
      line.put("end", true);
    } else {
      line.put("truncated", Map.of("reason", "Only the first " + count + " links are sent."));
      line.put("next", next);
    }
    line.put("count", count);
    line(out, line);
  }

  static byte[] bytes(Object document) {
    try {
      return Json.mapper().writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document cannot be written as JSON.", e);
    }
  }
}
