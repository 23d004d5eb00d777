package org.clew.loader.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.ingest.RejectedRow;
import org.jspecify.annotations.Nullable;

/** The objects in the lists of a JSON document, each with the line where it begins. */
final class JsonObjects {
  private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());

  private JsonObjects() {}

  /**
   * An object of a list.
   *
   * @param file the file's name
   * @param line the line where it begins, from 1
   * @param list name of the list it stands in
   * @param node what it holds
   */
  record Item(String file, long line, String list, JsonNode node) {
    String text(String field) {
      JsonNode value = node.get(field);
      return value == null || !value.isTextual() ? "" : value.asText().strip();
    }

    List<String> texts(String field) {
      List<String> texts = new ArrayList<>();
      node.path(field).forEach(value -> texts.add(value.asText()));
      return texts;
    }

    String evidence() {
      return file + ":" + line;
    }

    RejectedRow reject(@Nullable String column, String reason) {
      return new RejectedRow(file, line, column, reason, node.toString());
    }
  }

  /**
   * Reads all elements of the named lists, wherever in the document they stand.
   *
   * @throws ClewException UNREADABLE when the document is no JSON
   */
  static List<Item> of(Input input, List<String> lists, FactSink sink) {
    List<Item> items = new ArrayList<>();
    each(input, lists, sink, items::add);
    return items;
  }

  /** The same, one element after another; what holds a half character is a reject. */
  static void each(Input input, List<String> lists, FactSink sink, Consumer<Item> taker) {
    Consumer<Item> whole = item -> takeWhole(item, sink, taker);
    try (JsonParser parser = JSON.createParser(input.wholeText())) {
      String name = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          name = parser.currentName();
        } else if (token == JsonToken.START_ARRAY && lists.contains(name)) {
          readList(input, parser, name, whole);
        }
      }
    } catch (JsonProcessingException e) {
      throw damaged(input, e);
    } catch (CharacterCodingException e) {
      throw input.undecodable(e);
    } catch (IOException e) {
      throw new ClewException(Reason.UNREADABLE, input.name() + " cannot be read to its end.", e);
    }
  }

  private static void readList(Input input, JsonParser parser, String name, Consumer<Item> taker)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null) {
        return;
      }
      long line = parser.currentTokenLocation().getLineNr();
      JsonNode node = parser.readValueAsTree();
      taker.accept(new Item(input.name(), line, name, node));
    }
  }

  /** Reads one object a line; a line that is none is a reject. */
  static List<Item> ofLines(Input input, FactSink sink) {
    List<Item> items = new ArrayList<>();
    try (BufferedReader lines = new BufferedReader(input.markedText())) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          sink.blank();
        } else {
          addLine(input, number, line, items, sink);
        }
      }
    } catch (IOException e) {
      throw new ClewException(Reason.UNREADABLE, input.name() + " cannot be read to its end.", e);
    }
    return items;
  }

  private static void addLine(
      Input input, long number, String marked, List<Item> items, FactSink sink) {
    String file = input.name();
    boolean undecoded = input.isUndecoded(marked);
    String line = undecoded ? Unpaired.replacedIn(marked) : marked;
    try {
      JsonNode node = JSON.readTree(line);
      if (undecoded) {
        String reason =
            "The line holds bytes that are not UTF-8; if the file has another encoding, name it.";
        sink.rejectRow(new RejectedRow(file, number, null, reason, line));
        return;
      }
      if (node.isObject()) {
        takeWhole(new Item(file, number, "", node), sink, items::add);
        return;
      }
    } catch (JsonProcessingException e) {
      sink.rejectRow(new RejectedRow(file, number, null, "The line is no JSON object.", line));
      return;
    }
    sink.rejectRow(new RejectedRow(file, number, null, "The line is no JSON object.", line));
  }

  private static void takeWhole(Item item, FactSink sink, Consumer<Item> taker) {
    if (Unpaired.isIn(item.node())) {
      String member =
          item.node().properties().stream()
              .filter(each -> Unpaired.isIn(each.getValue()) && !Unpaired.isIn(each.getKey()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(null);
      sink.rejectRow(item.reject(member, Unpaired.REASON));
    } else {
      taker.accept(item);
    }
  }

  private static ClewException damaged(Input input, JsonProcessingException cause) {
    long line = cause.getLocation() == null ? 0 : cause.getLocation().getLineNr();
    return new ClewException(
        Reason.UNREADABLE, input.name() + " is not a JSON document: see line " + line + ".", cause);
  }
}
