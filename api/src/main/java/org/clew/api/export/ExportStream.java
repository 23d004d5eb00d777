package org.clew.api.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/** A JSON export of Clew, read one element at a time and required to be in its order. */
final class ExportStream implements AutoCloseable {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  /** The order of a database: by code points, which is not that of {@link String#compareTo}. */
  static final Comparator<String> BY_CODE_POINTS = ExportStream::compare;

  private final Path file;
  private final JsonParser parser;
  private @Nullable String last;

  /** An element under the key that it is sorted by. */
  record Element(String key, Map<String, Object> content) {}

  ExportStream(Path file) {
    this.file = file;
    if (!Files.isRegularFile(file)) {
      throw new ClewException(Reason.USAGE, "There is no file '" + file + "'.");
    }
    try {
      parser = JSON.createParser(Files.newInputStream(file));
      require(parser.nextToken() == JsonToken.START_OBJECT);
      require("format".equals(parser.nextFieldName()));
      require("clew-graph".equals(parser.nextTextValue()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Goes on to a section, past what stands before it. */
  void enter(String section) {
    try {
      String name = parser.nextFieldName();
      while (!section.equals(name)) {
        require(name != null);
        parser.nextToken();
        parser.skipChildren();
        name = parser.nextFieldName();
      }
      require(parser.nextToken() == JsonToken.START_ARRAY);
      last = null;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The next element of the section; null after the last one. */
  @Nullable Element next(String section) {
    try {
      if (parser.nextToken() == JsonToken.END_ARRAY) {
        return null;
      }
      Map<String, Object> content = JSON.readValue(parser, OBJECT);
      String key = key(section, content);
      String before = last;
      require(before == null || compare(before, key) < 0);
      last = key;
      return new Element(key, content);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The parts of a key are joined by a character that sorts before all that ids hold. */
  private static String key(String section, Map<String, Object> content) {
    return switch (section) {
      case "statements" -> content.get("entity") + "\t" + content.get("statedIn");
      case "links" -> content.get("type") + "\t" + content.get("id");
      default -> String.valueOf(content.get("id"));
    };
  }

  private static int compare(String a, String b) {
    int i = 0;
    while (i < a.length() && i < b.length()) {
      int one = a.codePointAt(i);
      int other = b.codePointAt(i);
      if (one != other) {
        return Integer.compare(one, other);
      }
      i += Character.charCount(one);
    }
    return Integer.compare(a.length(), b.length());
  }

  private void require(boolean holds) {
    if (!holds) {
      throw unreadable(null);
    }
  }

  private ClewException unreadable(@Nullable IOException cause) {
    String sentence =
        "'"
            + file
            + "' is not a whole JSON export of Clew in its order ('clew export --all --format json').";
    return cause == null
        ? new ClewException(Reason.UNREADABLE, sentence)
        : new ClewException(Reason.UNREADABLE, sentence, cause);
  }
}
