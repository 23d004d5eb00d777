package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.clew.loader.observation.PostMapping;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * What {@link RobustnessTest} shows of tables and objects, for mapped tables, lists, case files,
 * and the elements and lines of exports: each is accepted, rejected, a duplicate or blank, and none
 * is lost.
 */
class AccountedRowsTest {
  private static final int COLUMNS = 6;
  private static final String POSTS =
      "who,when,link,words,tags,about\n"
          + "7,3/9/2020 7:05,http://a.com/x https://b.com,\"Hi\nyou\",\"['a', 'b']\",@bob\n"
          + "@Bob,later,t.me/abc,,#c,\n";
  private static final ReadOptions MAPPED =
      ReadOptions.DEFAULTS.withPosts(
          new PostOptions(
              null,
              PostMapping.parse(
                  "account=who,time=when,timeFormat=d/M/yyyy H:mm,url=link,text=words,"
                      + "hashtag=tags,mention=about,platform=telegram")));

  @Property(tries = 200)
  void shouldAccountForEachMappedRow(
      @ForAll @Size(max = 5) List<@Size(COLUMNS) List<@From("cell") String>> rows) {
    String added = rows.stream().map(row -> quoted(row) + "\n").collect(Collectors.joining());
    assertThat(all(bytes(POSTS + added), MAPPED)).isEqualTo(2 + rows.size());
  }

  @Property(tries = 200)
  void shouldSurviveDamageToAMappedTable(
      @ForAll @IntRange(min = 40, max = 130) int place,
      @ForAll byte mask,
      @ForAll @IntRange(max = 150) int end) {
    byte[] damaged = bytes(POSTS);
    damaged[place % damaged.length] ^= mask;
    assertAccounted(damaged);
    assertAccounted(Arrays.copyOf(bytes(POSTS), Math.min(end, bytes(POSTS).length)));
  }

  @Property(tries = 200)
  void shouldAccountForEachEntryOfAWarningList(
      @ForAll @Size(max = 8) List<@From("cell") String> more) {
    String list =
        more.stream()
            .map(entry -> ", \"" + escaped(entry) + "\"")
            .collect(Collectors.joining("", "[\"a.com\"", "]"));
    String text =
        "{\"description\": \"d\", \"name\": \"n\", \"type\": \"string\", \"list\": " + list + "}";
    assertThat(all(bytes(text), ReadOptions.DEFAULTS)).isEqualTo(1 + more.size());
  }

  @Property(tries = 200)
  void shouldAccountForEachItemOfACaseFile(
      @ForAll @Size(max = 6) List<@Size(min = 1, max = 4) List<@From("word") String>> items) {
    String section =
        items.stream().map(words -> "  - " + flow(words) + "\n").collect(Collectors.joining());
    String text =
        "clew: 1\nsources:\n  - {id: s, title: t}\n"
            + section
            + "entities:\n  - {id: domain:a.com, source: s}\n"
            + section
            + "links:\n  - {from: a.com, type: LINKS_TO, to: b.com, source: s}\n"
            + section;
    assertThat(all(bytes(text), ReadOptions.DEFAULTS)).isEqualTo(3 + 3L * items.size());
  }

  @Property(tries = 200)
  void shouldAccountForEachElementOfAnExport(
      @ForAll @Size(max = 5) List<@Size(4) List<@From("word") String>> elements) {
    String graphml =
        elements.stream()
            .map(
                w ->
                    "<node id=\"%s\"><data key=\"labels\">:Entity:%s</data></node>"
                            .formatted(w.get(0), w.get(1))
                        + "<edge source=\"%s\" target=\"%s\"><data key=\"label\">%s</data>"
                            .formatted(w.get(2), w.get(0), w.get(3))
                        + "<data key=\"e.source\">%s</data></edge>".formatted(w.get(1)))
            .collect(Collectors.joining());
    assertThat(added(ExportedTexts.GRAPHML, "</graph>", graphml)).isEqualTo(2L * elements.size());
    String nodes =
        elements.stream()
            .map(
                w ->
                    "<node id=\"%s\" label=\"%s\"><attvalues><attvalue for=\"kind\" value=\"%s\"/>"
                            .formatted(w.get(0), w.get(1), w.get(2))
                        + "</attvalues></node>")
            .collect(Collectors.joining());
    assertThat(added(ExportedTexts.GEXF, "</nodes>", nodes)).isEqualTo(elements.size());
  }

  @Property(tries = 200)
  void shouldAccountForEachLineOfAScript(
      @ForAll @Size(max = 4) List<@IntRange(max = 6) Integer> lines,
      @ForAll @IntRange(max = 60) int place,
      @ForAll @From("cell") String instead) {
    List<String> script = ExportedTexts.CYPHER.lines().toList();
    String mutated =
        lines.stream()
            .map(line -> script.get(line))
            .map(
                line -> line.substring(0, place) + flat(instead) + line.substring(place + 1) + "\n")
            .collect(Collectors.joining());
    assertThat(all(bytes(ExportedTexts.CYPHER + mutated), ReadOptions.DEFAULTS))
        .isEqualTo(script.size() + lines.size());
  }

  @Provide
  Arbitrary<String> cell() {
    return Arbitraries.oneOf(
        Arbitraries.strings()
            .ofMaxLength(12)
            .filter(text -> text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))),
        Arbitraries.of(
            "",
            " ",
            "\"",
            "'",
            "a.com",
            "https://b.com/x?utm_source=y",
            "1.2.3.0/24",
            "a@b.com",
            "UA-1234567-1",
            "3/9/2020 7:05",
            "['a', \"b'",
            "[",
            "@",
            "7.38E+17",
            "\u202eabc",
            "a\nb"));
  }

  @Provide
  Arbitrary<String> word() {
    return Arbitraries.of(
        "id",
        "title",
        "source",
        "source:s",
        "s",
        "domain:a.com",
        "account:x:1",
        "from",
        "to",
        "type",
        "LINKS_TO",
        "STATED_IN",
        "Domain",
        "Source",
        "grade",
        "B2",
        "Z9",
        "a.com",
        "[]",
        "null",
        "2018-13");
  }

  private static long added(String text, String before, String elements) {
    String more = text.replace(before, elements + before);
    return all(bytes(more), ReadOptions.DEFAULTS) - all(bytes(text), ReadOptions.DEFAULTS);
  }

  /** Each word once as a key, with the next one as its value. */
  private static String flow(List<String> words) {
    List<String> keys = words.stream().distinct().toList();
    return keys.stream()
        .map(key -> '"' + key + "\": \"" + keys.get((keys.indexOf(key) + 1) % keys.size()) + '"')
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String flat(String text) {
    return text.replaceAll("[\\v]", "");
  }

  private static String escaped(String text) {
    return text.chars().mapToObj(c -> "\\u%04x".formatted(c)).collect(Collectors.joining());
  }

  private static String quoted(List<String> cells) {
    return cells.stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** All rows, blank ones too; each reject stands in the list of rejects. */
  private static long all(byte[] content, ReadOptions options) {
    IngestResult result = Reading.bytes(content, options);
    RowCounts counts = result.counts();
    assertThat(result.rejects()).hasSize((int) (counts.rejected() + counts.rejectedValues()));
    return counts.rows() + counts.blank();
  }

  private static void assertAccounted(byte[] content) {
    try {
      assertThat(all(content, MAPPED)).isNotNegative();
    } catch (ClewException e) {
      assertThat(e.reason()).isEqualTo(Reason.UNREADABLE);
    }
  }
}
