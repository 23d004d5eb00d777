package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as spreadsheets and people save them. */
class TableVariantsTest {
  private static final String HEADER = "Threat Actor,Domain,Name,Source\n";
  private static final String ROW = "RT Mirror,https://a.com,A,List\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|"})
  void shouldReadOtherSeparators(String separator) {
    String table = (HEADER + ROW).replace(",", separator);
    for (String text : List.of(table, "sep=" + separator + "\n" + table)) {
      IngestResult result = Reading.text(text);
      assertThat(result.format()).isEqualTo("laundromat");
      assertThat(Reading.links(result, LinkType.MEMBER_OF))
          .containsExactly("domain:a.com cluster:label:list-rt-mirror");
    }
  }

  @Test
  void shouldTakeACommaWhereTheOthersStandInTheText() {
    IngestResult result = Reading.text(HEADER + "\"a;b;c;d;e|f|g\",https://a.com,A,List\n");
    assertThat(result.counts().accepted()).isEqualTo(1);
  }

  @Test
  void shouldNotMindWhatNobodySees() {
    IngestResult result =
        Reading.text(
            "\u00a0Threat  Actor\u200b,Domain,\ufeffName,Source,,\n,\u00a0https://a.com\u00a0,A,List,,\n"
                + "\u00a0,,,\u200b,,\n");
    assertThat(result.counts()).isEqualTo(new RowCounts(1, 0, 0, 1, 0));
    assertThat(Reading.entity(result, "domain:a.com").name()).isEqualTo("A");
  }

  @Test
  void shouldTakeEmptyCellsBeyondTheHeaderForNothing() {
    IngestResult result = Reading.text(HEADER + ROW.strip() + ",,\n,b.com,B,List,more\n,c.com\n");
    assertThat(result.counts().accepted()).isEqualTo(1);
    assertThat(Reading.reasons(result))
        .containsExactly(
            "The row has 5 fields, the header 4.", "The row has 2 fields, the header 4.");
  }

  @Test
  void shouldLetARowWrittenByHandEndEarly() {
    ReadOptions known = ReadOptions.DEFAULTS.withKnownSources(Set.of(EntityId.source("s")));
    IngestResult result =
        Reading.bytes(
            "from,type,to,source,first_seen,note\na.com,links to,b.com,s\nA.com,LINKS_TO,b.com\n"
                .getBytes(StandardCharsets.UTF_8),
            known);
    assertThat(result.counts().accepted()).isEqualTo(1);
    assertThat(Reading.reasons(result)).containsExactly("No source is named.");
  }

  @Test
  void shouldLoseOnlyTheRowThatHoldsANulByte() {
    IngestResult result = Reading.text(HEADER + ROW + ",b\0.com,B,List\n");
    assertThat(result.counts().accepted()).isEqualTo(1);
    assertThat(Reading.reasons(result))
        .containsExactly("The row holds a NUL byte, which no text has.");
  }

  @Test
  void shouldShowTheHeaderOfATableOfNoKnownFormat() {
    assertThatThrownBy(() -> Reading.text("Site,Owner\na.com,B\n"))
        .hasMessage(
            "test.csv is of no known format: its first line is 'site, owner'; 'clew formats' says how"
                + " each is recognised.");
  }

  @Test
  void shouldSayInADryRunWhatWouldBeRejected() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"),
            HEADER
                + IntStream.range(0, FileReport.FIRST_REJECTS_ALONE + 1)
                    .mapToObj(i -> ",no host " + i + ",A,List\n")
                    .collect(Collectors.joining()));
    FileReport report = LoadRun.dryRun(List.of(file), ReadOptions.DEFAULTS).get(0);
    assertThat(report.rejected()).isEqualTo(FileReport.FIRST_REJECTS_ALONE + 1);
    assertThat(report.firstRejects())
        .hasSize(FileReport.FIRST_REJECTS_ALONE)
        .first()
        .isEqualTo("a.csv:2, Domain: 'no host 0' is not a web address.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTPS://WWW.a.com:443", "//a.com", "a.com."})
  void shouldReadAddressesAsTheyWereMeant(String address) {
    IngestResult result = Reading.text(HEADER + "," + address + ",A,List\n");
    assertThat(Reading.links(result, LinkType.MEMBER_OF))
        .containsExactly("domain:a.com cluster:label:list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://94.130.84.54/x", "94.130.84.54:8080", "http://[::1]/"})
  void shouldSayThatAnIpAddressIsNoHost(String address) {
    IngestResult result = Reading.text(HEADER + "," + address + ",A,List\n");
    assertThat(Reading.reasons(result))
        .containsExactly("'" + address + "' is on an IP address and not on a host with a name.");
  }
}
