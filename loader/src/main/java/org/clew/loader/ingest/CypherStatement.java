package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of the two statements of a script that Clew exported.
 *
 * @param from the id of the node, or of the node where the relationship starts
 * @param name the label of the node, or the type of the relationship
 * @param to the id of the node where the relationship ends; empty for a node
 * @param properties its properties
 */
record CypherStatement(String from, String name, String to, Map<String, Object> properties) {
  /** What a script keeps under this name is an object of JSON whose members are properties. */
  private static final String OTHER = "other";

  /** Reads a line. */
  static CypherStatement of(String line) throws CaseFault {
    Cursor cursor = new Cursor(line);
    if (cursor.skip("MERGE (n:Entity {id: ")) {
      String id = cursor.string();
      cursor.expect("}) SET n:");
      String label = cursor.word();
      cursor.expect(", n = ");
      return new CypherStatement(id, label, "", cursor.lastMap());
    }
    cursor.expect("MATCH (a:Entity {id: ");
    String from = cursor.string();
    cursor.expect("}) MATCH (b:Entity {id: ");
    String to = cursor.string();
    cursor.expect("}) MERGE (a)-[r:");
    String type = cursor.word();
    cursor.expect(" {id: ");
    cursor.string();
    cursor.expect("}]->(b) SET r = ");
    return new CypherStatement(from, type, to, cursor.lastMap());
  }

  /** A place in a line. */
  private static final class Cursor {
    private static final int HEX = 4;

    private final String text;
    private int at;

    Cursor(String text) {
      this.text = text;
    }

    boolean skip(String literal) {
      boolean there = text.startsWith(literal, at);
      at += there ? literal.length() : 0;
      return there;
    }

    void expect(String literal) throws CaseFault {
      if (!skip(literal)) {
        throw fault();
      }
    }

    String word() throws CaseFault {
      int start = at;
      while (at < text.length() && isWordCharacter(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        throw fault();
      }
      return text.substring(start, at);
    }

    String string() throws CaseFault {
      expect("'");
      StringBuilder value = new StringBuilder();
      for (char c = next(); c != '\''; c = next()) {
        value.append(c == '\\' ? escaped() : c);
      }
      return value.toString();
    }

    Map<String, Object> lastMap() throws CaseFault {
      expect("{");
      Map<String, Object> map = new TreeMap<>();
      while (!skip("}")) {
        if (!map.isEmpty()) {
          expect(", ");
        }
        String key = word();
        expect(": ");
        map.put(key, value());
      }
      expect(";");
      if (at < text.length()) {
        throw fault();
      }
      if (map.remove(OTHER) instanceof String others
          && JsonValues.parse(others) instanceof Map<?, ?> members) {
        members.forEach((name, value) -> map.put(name.toString(), value));
      }
      return map;
    }

    private Object value() throws CaseFault {
      if (at < text.length() && text.charAt(at) == '\'') {
        return string();
      }
      return skip("[") ? list() : scalar(numberOrWord());
    }

    private List<Object> list() throws CaseFault {
      List<Object> list = new ArrayList<>();
      while (!skip("]")) {
        if (!list.isEmpty()) {
          expect(", ");
        }
        list.add(value());
      }
      return list;
    }

    private String numberOrWord() {
      int start = at;
      while (at < text.length()
          && (isWordCharacter(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
      return text.substring(start, at);
    }

    private Object scalar(String word) throws CaseFault {
      if (word.equals("true") || word.equals("false")) {
        return Boolean.valueOf(word);
      }
      try {
        if (word.matches("-?\\d+")) {
          return Long.valueOf(word);
        }
        return Double.valueOf(word);
      } catch (NumberFormatException e) {
        throw fault();
      }
    }

    private char escaped() throws CaseFault {
      char c = next();
      if (c == '\\' || c == '\'') {
        return c;
      }
      if (c != 'u' || at + HEX > text.length()) {
        throw fault();
      }
      try {
        char value = (char) Integer.parseInt(text.substring(at, at + HEX), 16);
        at += HEX;
        return value;
      } catch (NumberFormatException e) {
        throw fault();
      }
    }

    private char next() throws CaseFault {
      if (at >= text.length()) {
        throw fault();
      }
      return text.charAt(at++);
    }

    private static boolean isWordCharacter(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private CaseFault fault() {
      return new CaseFault(
          "column " + (at + 1), "The line is not a statement as Clew writes them; it is not run.");
    }
  }
}
