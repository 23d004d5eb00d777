package org.clew.api.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML, each text by the rules of {@link XmlText}. Unlike the platform's {@code
 * XMLStreamWriter} it writes line breaks and tabs in attribute values as references; written as
 * they are, every reader would take them for blanks.
 */
final class XmlOut {
  private final Writer out;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inStartTag;

  XmlOut(OutputStream stream) throws IOException {
    this(stream, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** With what stands before the root element, as it is. */
  XmlOut(OutputStream stream, String prolog) throws IOException {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write(prolog);
  }

  XmlOut start(String element) throws IOException {
    endStartTag();
    out.write('<');
    out.write(element);
    open.push(element);
    inStartTag = true;
    return this;
  }

  XmlOut attribute(String name, String value) throws IOException {
    out.write(' ');
    out.write(name);
    out.write("=\"");
    escape(XmlText.legal(value), true);
    out.write('"');
    return this;
  }

  /** An attribute whose value is known to hold name characters only. */
  XmlOut token(String name, String value) throws IOException {
    out.write(' ' + name + "=\"" + value + '"');
    return this;
  }

  /** An element that holds a text alone. It has an end tag even where the text is empty. */
  XmlOut element(String name, String text) throws IOException {
    return start(name).text(text).end();
  }

  XmlOut text(String text) throws IOException {
    endStartTag();
    escape(XmlText.legal(text), false);
    return this;
  }

  XmlOut line() throws IOException {
    endStartTag();
    out.write('\n');
    return this;
  }

  XmlOut end() throws IOException {
    String element = open.pop();
    if (inStartTag) {
      out.write("/>");
      inStartTag = false;
    } else {
      out.write("</" + element + '>');
    }
    return this;
  }

  void flush() throws IOException {
    out.flush();
  }

  private void endStartTag() throws IOException {
    if (inStartTag) {
      out.write('>');
      inStartTag = false;
    }
  }

  private void escape(String text, boolean inAttribute) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.write("&amp;");
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '"' -> out.write("&quot;");
        case '\r' -> out.write("&#13;");
        case '\n' -> out.write(inAttribute ? "&#10;" : "\n");
        case '\t' -> out.write(inAttribute ? "&#9;" : "\t");
        default -> out.write(c);
      }
    }
  }
}
