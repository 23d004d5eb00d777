package org.clew.loader.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ['a','b']             | a;b
          ['a', 'b']            | a;b
          [a, b]                | a;b
          [a,b]                 | a;b
          ["it's", 'b']         | it's;b
          ['it's', 'b']         | it's;b
          ['x, y']              | x, y
          ['a\\'b']             | a'b
          ['', 'b']             | b
          [jOk2+E+9=/w=]        | jOk2+E+9=/w=
          ['unclosed, b]        | 'unclosed;b
          """)
  void shouldReadWhatPythonPrints(String cell, String elements) {
    assertThat(ListText.parse(cell)).contains(List.of(elements.split(";")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[]", "[ ]", "absent", "Absent", "['']"})
  void shouldTakeTheseForEmptyLists(String cell) {
    assertThat(ListText.parse(cell)).contains(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "['a'", "'a']", "[", "{'a'}"})
  void shouldNotTakeOtherTextForAList(String cell) {
    assertThat(ListText.parse(cell)).isEmpty();
  }

  @Test
  void shouldKeepLineBreaksInsideQuotes() {
    assertThat(ListText.parse("['a\nb', 'c\\nd']")).contains(List.of("a\nb", "c\nd"));
  }

  @Test
  void shouldUndoPythonsEscapes() {
    assertThat(ListText.parse("['\\u200fقدس', '\\xe9', '\\U0001f600', '\\\\n']"))
        .contains(List.of("\u200fقدس", "é", "\uD83D\uDE00", "\\n"));
  }

  @Test
  void shouldReadManyUnclosedQuotesInOnePass() {
    String hostile = "'a,".repeat(200_000);

    assertThat(ListText.parse("[" + hostile + "]").orElseThrow()).hasSize(200_000);
  }

  @Property
  void shouldReadBackAnyListThatPythonQuotes(@ForAll("elements") List<String> elements) {
    String printed =
        elements.stream()
            .map(element -> "'" + element.replace("\\", "\\\\").replace("'", "\\'") + "'")
            .collect(Collectors.joining(", ", "[", "]"));

    assertThat(ListText.parse(printed)).contains(elements);
  }

  @Property
  void shouldNeverFail(@ForAll String text) {
    assertThat(ListText.parse("[" + text + "]")).isPresent();
  }

  @Provide
  Arbitrary<List<String>> elements() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(12)
        .filter(element -> !element.isBlank())
        .list()
        .ofMaxSize(5);
  }
}
