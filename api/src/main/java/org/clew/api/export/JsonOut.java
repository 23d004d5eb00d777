package org.clew.api.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object whose members are values or long arrays, an element a line. */
final class JsonOut {
  private static final ObjectWriter VALUES =
      new ObjectMapper()
          .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
          .writer()
          .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

  private final Writer out;
  private boolean inArray;
  private String separator = "{\n";

  JsonOut(OutputStream stream) {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  void member(String name, @Nullable Object value) throws IOException {
    startMember(name);
    VALUES.writeValue(out, value);
  }

  /** Starts an array; it ends where the next member starts or the object ends. */
  void array(String name) throws IOException {
    startMember(name);
    out.write('[');
    inArray = true;
    separator = "\n";
  }

  void element(Map<String, Object> object) throws IOException {
    out.write(separator);
    VALUES.writeValue(out, object);
    separator = ",\n";
  }

  void end() throws IOException {
    endArray();
    out.write("\n}\n");
    out.flush();
  }

  private void startMember(String name) throws IOException {
    endArray();
    out.write(separator);
    VALUES.writeValue(out, name);
    out.write(':');
    separator = ",\n";
  }

  private void endArray() throws IOException {
    if (inArray) {
      out.write("\n]");
      inArray = false;
      separator = ",\n";
    }
  }
}
