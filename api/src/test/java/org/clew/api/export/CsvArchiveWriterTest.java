package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;
import org.clew.model.ClewException;
import org.junit.jupiter.api.Test;

class CsvArchiveWriterTest {
  @Test
  void shouldHoldThreeFilesWithTheHeadersThatLoadReads() throws IOException {
    Map<String, String> files = CsvFiles.texts(SampleGraph.export(ExportFormat.CSV));

    assertThat(files).containsOnlyKeys("sources.csv", "entities.csv", "links.csv");
    assertThat(files.get("sources.csv"))
        .startsWith(
            "id,title,publisher,date,grade,licence,url,derivesFrom,tlp,sha256,file,format\r\n");
    assertThat(files.get("entities.csv")).startsWith("id,name,source,evidence,country,company,");
    assertThat(files.get("links.csv"))
        .startsWith(
            "from,type,to,source,basis,kind,grade,firstSeen,lastSeen,count,evidence,note,status\r\n");
    assertThat(CsvFiles.rows(files.get("sources.csv"))).hasSize(SampleGraph.SOURCES);
    assertThat(CsvFiles.rows(files.get("entities.csv"))).hasSize(SampleGraph.STATEMENTS);
    assertThat(CsvFiles.rows(files.get("links.csv"))).hasSize(SampleGraph.LINKS);
  }

  @Test
  void shouldLeaveNoCellThatASpreadsheetWouldRun() throws IOException {
    for (String file : CsvFiles.texts(SampleGraph.export(ExportFormat.CSV)).values()) {
      CsvReader.builder()
          .ofCsvRecord(file)
          .forEach(
              row ->
                  assertThat(row.getFields())
                      .noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\u0000].*")));
    }
  }

  @Test
  void shouldLeaveNoSuchCellOfAHostileGraphAndLoseNoneOfItsTexts() throws IOException {
    GraphStore store = TestGraph.empty();
    HostileGraph.write(store, 13);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphExport.write(
        new Subgraphs(store), Subgraph.ALL, ExportFormat.CSV, ExportOptions.DEFAULT, out);
    Map<String, String> files = CsvFiles.texts(out.toByteArray());

    List<String> texts = new ArrayList<>();
    for (String file : files.values()) {
      CsvReader.builder()
          .ofCsvRecord(file)
          .forEach(row -> row.getFields().forEach(cell -> texts.add(cell)));
    }
    assertThat(texts).noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\u0000].*"));
    Set<String> names = new HashSet<>();
    CsvFiles.rows(files.get("entities.csv")).forEach(row -> names.add(row.get("name")));
    assertThat(names)
        .containsAll(HostileGraph.TEXTS.stream().filter(text -> !text.startsWith("half ")).toList())
        .contains("half ? and ? of a pair")
        .anyMatch(name -> name != null && name.length() > 1_000_000);
  }

  @Test
  void shouldGiveBackWhatSourcesSaid() throws IOException {
    Map<String, String> files = CsvFiles.texts(SampleGraph.export(ExportFormat.CSV));
    List<Map<String, String>> entities = CsvFiles.rows(files.get("entities.csv"));

    assertThat(entities.get(0)).containsEntry("name", "@cgtn").containsEntry("handle", "cgtn");
    assertThat(entities.get(1)).containsEntry("name", SampleGraph.HOSTILE);
    assertThat(CsvFiles.list(entities.get(1).get("formerHandles")))
        .containsExactly("a|b", "c\\", "");
    assertThat(entities.get(3)).containsEntry("latitude", "-1.5").doesNotContainKey("evidence");
    assertThat(CsvFiles.list(CsvFiles.rows(files.get("links.csv")).get(0).get("evidence")))
        .containsExactly("https://example.com/a|b", "row 2");
  }

  @Test
  void shouldRefuseAPropertyThatHasNoColumn() {
    GraphExport export = GraphExport.writer(ExportFormat.CSV, OutputStream.nullOutputStream());
    assertThatThrownBy(
            () ->
                export.statement(
                    SampleGraph.DOMAIN,
                    SampleGraph.LOG,
                    new TreeMap<>(Map.of("name", "a", "later", "b"))))
        .isInstanceOf(ClewException.class)
        .hasMessage("CSV has no column for later; export as JSON to keep it.");
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.oneOf(
        Arbitraries.strings(), Arbitraries.strings().withChars("'=+-@\t\u0000|\\\n\r a\""));
  }

  @Property
  void shouldMakeEveryTextHarmlessAndReversible(@ForAll("cells") String text) {
    String cell = CsvCells.of(text);
    assertThat(cell).doesNotMatch("(?s)[=+\\-@\t\u0000].*");
    assertThat(CsvFiles.decode(cell)).isEqualTo(text);
  }

  @Property
  void shouldJoinListsReversibly(@ForAll @NotEmpty List<String> items) {
    assertThat(CsvFiles.list(CsvFiles.decode(CsvCells.of(items)))).isEqualTo(items);
  }
}
