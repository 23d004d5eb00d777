package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class XmlTextTest {
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        Arbitraries.strings().withChars("_x0041F <>&\"'\r\n\t\u0000\uFFFE\uD800].=:@/é😀"));
  }

  @Property
  void shouldReadBackTheSameFromElementsAndAttributes(@ForAll("texts") String text)
      throws IOException, XMLStreamException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XmlOut xml = new XmlOut(bytes);
    xml.start("a").attribute("b", text).token("c", XmlText.nmtoken(text)).text(text).end().flush();

    XMLStreamReader reader =
        XMLInputFactory.newDefaultFactory()
            .createXMLStreamReader(new ByteArrayInputStream(bytes.toByteArray()));
    reader.nextTag();
    assertThat(XmlEscapes.decode(reader.getAttributeValue(null, "b"))).isEqualTo(text);
    assertThat(XmlEscapes.decode(reader.getAttributeValue(null, "c"))).isEqualTo(text);
    assertThat(XmlEscapes.decode(reader.getElementText())).isEqualTo(text);
  }

  @Property
  void shouldWriteOnlyNameCharactersIntoTokens(@ForAll("texts") String text) {
    assertThat(XmlText.nmtoken(text)).matches("[-._:A-Za-z0-9]*");
  }

  @Property
  void shouldReadBackTheSameFromOneLine(@ForAll("texts") String text) {
    String line = XmlText.oneLine(text);

    assertThat(XmlEscapes.decode(line)).isEqualTo(text);
    assertThat(line).matches("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*");
  }

  @Test
  void shouldLeaveOrdinaryTextAsItIs() {
    assertThat(XmlText.legal("tab\t, line\n, snake_x, پرس‌تی‌وی 😀"))
        .isEqualTo("tab\t, line\n, snake_x, پرس‌تی‌وی 😀");
    assertThat(XmlText.nmtoken("domain:a-b.example.org")).isEqualTo("domain:a-b.example.org");
    assertThat(XmlText.nmtoken("account:x:@cgtn")).isEqualTo("account:x:_x0040_cgtn");
  }
}
