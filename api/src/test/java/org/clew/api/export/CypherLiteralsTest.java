package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clew.cypher.TestGraph;
import org.junit.jupiter.api.Test;

class CypherLiteralsTest {
  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> any = Arbitraries.strings().excludeChars(surrogates());
    Arbitrary<String> hostile =
        Arbitraries.strings().withChars("\\u0027'\"`{}$;\r\n\t\u0000\u2028/*é").ofMaxLength(20);
    return Arbitraries.oneOf(any, hostile).list().ofSize(100);
  }

  /** A hundred texts a query, since each query is compiled. */
  @Property(tries = 10)
  void shouldReadBackInTheDatabaseAsTheSameText(@ForAll("texts") List<String> texts) {
    String literals =
        texts.stream().map(CypherLiterals::string).collect(Collectors.joining(", ", "[", "]"));

    assertThat(literals.lines()).hasSize(1);
    assertThat(
            TestGraph.empty()
                .read(
                    "UNWIND " + literals + " AS t RETURN t", Map.of(), r -> r.get("t").asString()))
        .isEqualTo(texts);
  }

  @Test
  void shouldPutPropertiesWithoutAPlainNameIntoOneText() {
    assertThat(
            CypherLiterals.map(
                new TreeMap<>(
                    Map.of("name", "O'Neil", "a} b", 1L, "latitude", -1.5, "list", List.of("x")))))
        .isEqualTo("{latitude: -1.5, list: ['x'], name: 'O\\'Neil', other: '{\"a} b\":1}'}");
  }

  private static char[] surrogates() {
    StringBuilder surrogates = new StringBuilder();
    for (char c = Character.MIN_SURROGATE; c <= Character.MAX_SURROGATE; c++) {
      surrogates.append(c);
    }
    return surrogates.toString().toCharArray();
  }
}
