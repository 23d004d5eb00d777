package org.clew.loader.ingest;

import java.nio.charset.CharacterCodingException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * Reads XML as a stream. A document with a document type is refused, so that there is no entity to
 * expand and none to fetch.
 */
final class XmlReading {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /** The limit is on what entities expand to, and counts plain character references too. */
  private static final String ENTITY_SIZE_LIMIT =
      "http://www.oracle.com/xml/jaxp/properties/totalEntitySizeLimit";

  private XmlReading() {}

  /** Is told of elements in the order of the document. */
  interface Handler {
    /**
     * An element starts.
     *
     * @param attributes the attribute of a name, empty where there is none
     */
    void start(String name, Function<String, String> attributes, long line);

    /** An element ends; {@code text} is what stands since the last tag. */
    void end(String name, String text);
  }

  /**
   * Reads a document to its end.
   *
   * @throws ClewException UNREADABLE when it is not well-formed or has a document type
   */
  static void read(Input input, Handler handler) {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(input.wholeText());
      StringBuilder text = new StringBuilder();
      while (xml.hasNext()) {
        event(input, xml, xml.next(), text, handler);
      }
      xml.close();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof CharacterCodingException) {
        throw input.undecodable(e);
      }
      throw new ClewException(
          Reason.UNREADABLE,
          input.name() + " is not well-formed XML: see line " + line(e) + ".",
          e);
    }
  }

  /** Texts as they were before {@code _xHHHH_} took the place of what XML cannot hold. */
  static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    Matcher escape = ESCAPE.matcher(text);
    StringBuilder plain = new StringBuilder();
    int done = 0;
    while (escape.find()) {
      plain.append(text, done, escape.start());
      plain.append((char) Integer.parseInt(escape.group(1), 16));
      done = escape.end();
    }
    return plain.append(text, done, text.length()).toString();
  }

  private static void event(
      Input input, XMLStreamReader xml, int event, StringBuilder text, Handler handler) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        text.setLength(0);
        handler.start(
            xml.getLocalName(), name -> attribute(xml, name), xml.getLocation().getLineNumber());
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      case XMLStreamConstants.END_ELEMENT -> {
        handler.end(xml.getLocalName(), unescaped(text.toString()));
        text.setLength(0);
      }
      case XMLStreamConstants.DTD ->
          throw new ClewException(
              Reason.UNREADABLE, input.name() + " has a document type, which is not read.");
      default -> {}
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return unescaped(xml.getAttributeValue(i));
      }
    }
    return "";
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(ENTITY_SIZE_LIMIT, "0");
    return factory;
  }

  private static long line(XMLStreamException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
  }
}
