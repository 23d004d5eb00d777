package org.clew.api.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object whose members are values or long arrays, an element a line. Elements are
 * given whole or member by member, which is several times quicker.
 */
final class JsonOut {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .rootValueSeparator((String) null)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private static final ObjectWriter VALUES =
      new ObjectMapper(JSON).writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

  private final JsonGenerator out;
  private boolean inArray;
  private String separator = "{\n";

  JsonOut(OutputStream stream) throws IOException {
    out = JSON.createGenerator(stream);
  }

  void member(String name, @Nullable Object value) throws IOException {
    startMember(name);
    VALUES.writeValue(out, value);
  }

  /** Starts an array; it ends where the next member starts or the object ends. */
  void array(String name) throws IOException {
    startMember(name);
    out.writeRaw('[');
    inArray = true;
    separator = "\n";
  }

  void element(Map<String, Object> object) throws IOException {
    startElement();
    VALUES.writeValue(out, object);
  }

  /** Starts an element that is written member by member until {@link #endObject}. */
  void object() throws IOException {
    startElement();
    out.writeStartObject();
  }

  void text(SerializableString name, String value) throws IOException {
    out.writeFieldName(name);
    out.writeString(value);
  }

  /** A member of the object that is open, unless it is not known or an empty list. */
  void known(String name, @Nullable Object value) throws IOException {
    if (value == null || (value instanceof List<?> list && list.isEmpty())) {
      return;
    }
    out.writeFieldName(name);
    value(value);
  }

  /** What is known of these members, but for some. */
  void known(Map<String, Object> members, Set<String> without) throws IOException {
    for (Map.Entry<String, Object> member : members.entrySet()) {
      if (!without.contains(member.getKey())) {
        known(member.getKey(), member.getValue());
      }
    }
  }

  /** The same as an object that is a member itself. */
  void known(SerializableString name, Map<String, Object> members, Set<String> without)
      throws IOException {
    out.writeFieldName(name);
    out.writeStartObject();
    known(members, without);
    out.writeEndObject();
  }

  void endObject() throws IOException {
    out.writeEndObject();
  }

  void end() throws IOException {
    endArray();
    out.writeRaw("\n}\n");
    out.flush();
  }

  private void value(Object value) throws IOException {
    if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Long number) {
      out.writeNumber(number);
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object item : list) {
        value(item);
      }
      out.writeEndArray();
    } else {
      VALUES.writeValue(out, value);
    }
  }

  private void startElement() throws IOException {
    out.writeRaw(separator);
    separator = ",\n";
  }

  private void startMember(String name) throws IOException {
    endArray();
    out.writeRaw(separator);
    out.writeString(name);
    out.writeRaw(':');
    separator = ",\n";
  }

  private void endArray() throws IOException {
    if (inArray) {
      out.writeRaw("\n]");
      inArray = false;
      separator = ",\n";
    }
  }
}
