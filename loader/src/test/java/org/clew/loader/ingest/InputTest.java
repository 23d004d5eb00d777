package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.Hashes;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {
  private static final String TEXT = "originDomain,otherPublicationDomain\na.com,b.com\n";

  @TempDir Path folder;

  @Test
  void shouldReadPlainGzipAndZipAlike() throws IOException {
    byte[] plain = TEXT.getBytes(StandardCharsets.UTF_8);
    for (byte[] bytes : List.of(plain, gzip(plain), zip(plain, "../../etc/evil.csv"))) {
      IngestResult result = Reading.bytes(bytes, ReadOptions.DEFAULTS);
      assertThat(result.counts().accepted()).isEqualTo(1);
      assertThat(result.facts().links()).hasSize(1);
    }
  }

  @Test
  void shouldReadByteOrderMarkAndAnyLineBreak() {
    for (String breaks : List.of("\n", "\r\n", "\r\r\n", "\r")) {
      IngestResult result = Reading.text("\uFEFF" + TEXT.replace("\n", breaks) + "x,y" + breaks);
      assertThat(result.counts().accepted()).isEqualTo(1);
      assertThat(result.rejects())
          .singleElement()
          .satisfies(r -> assertThat(r.line()).isEqualTo(3));
    }
  }

  @Test
  void shouldHashTheFileAsItIsStored() throws IOException {
    byte[] packed = gzip(TEXT.getBytes(StandardCharsets.UTF_8));
    IngestResult result = Reading.bytes(packed, ReadOptions.DEFAULTS);
    String expected = HexFormat.of().formatHex(Hashes.newSha256().digest(packed));
    assertThat(result.source().sha256()).isEqualTo(expected);
    assertThat(result.source().id().value()).isEqualTo("source:test-" + expected.substring(0, 8));
  }

  /** Some spreadsheets save their tables so; the file's hash stays that of its own bytes. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void shouldReadUtf16WithAByteOrderMark(String charset) {
    byte[] bytes = ("\uFEFF" + TEXT).getBytes(Charset.forName(charset));

    IngestResult result = Reading.bytes(bytes, ReadOptions.DEFAULTS);

    assertThat(result.counts().accepted()).isEqualTo(1);
    assertThat(Reading.entity(result, "domain:a.com")).isNotNull();
    assertThat(result.source().sha256())
        .isEqualTo(HexFormat.of().formatHex(Hashes.newSha256().digest(bytes)));
  }

  @Test
  void shouldReadAnEncodingThatIsNamedAndHashTheBytesOfTheFile() throws IOException {
    String table = "id,title\nsource:a,Zürich – „Größe“\n";
    byte[] bytes = table.getBytes(Charset.forName("windows-1252"));
    Path file = Files.write(folder.resolve("ansi.csv"), bytes);

    IngestResult result = read(file, "windows-1252");

    assertThat(result.facts().sources()).extracting(Source::title).contains("Zürich – „Größe“");
    assertThat(result.source().sha256())
        .isEqualTo(HexFormat.of().formatHex(Hashes.newSha256().digest(bytes)));
    assertThat(LoadKey.of(result, ReadOptions.DEFAULTS))
        .isNotEqualTo(
            LoadKey.of(
                result, ReadOptions.DEFAULTS.withEncoding(ReadOptions.encoding("windows-1252"))))
        .isEqualTo(
            LoadKey.of(result, ReadOptions.DEFAULTS.withEncoding(ReadOptions.encoding("utf8"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void shouldBelieveAByteOrderMarkBeforeTheEncodingThatIsNamed(String charset) throws IOException {
    byte[] bytes = "\uFEFFid,title\nsource:a,Größe\n".getBytes(Charset.forName(charset));
    Path file = Files.write(folder.resolve("marked.csv"), bytes);

    IngestResult result = read(file, "windows-1252");

    assertThat(result.facts().sources()).extracting(Source::title).contains("Größe");
  }

  @Test
  void shouldSayWhatToDoAboutAnotherEncoding() {
    byte[] bytes =
        ("id,title\n" + "source:a,äöüÄÖÜß\n".repeat(9)).getBytes(Charset.forName("windows-1252"));

    assertFails(() -> read(bytes), Reason.UNREADABLE, "name its encoding, such as windows-1252");
    assertFails(() -> ReadOptions.encoding("latin nine"), Reason.USAGE, "is no encoding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"bundle\", \"objects\": [{\"type\": \"identity\", \"id\": \"identity--1\", \"name\": \"Größe\"}]}",
        "{\"name\": \"Größe\", \"type\": \"hostname\", \"list\": [\"a.com\"], \"version\": 1, \"description\": \"-\"}",
        "<?xml version=\"1.0\"?><graphml><graph><node id=\"Größe\"/></graph></graphml>",
        "<?xml version=\"1.0\"?><gexf><graph><nodes><node id=\"Größe\"/></nodes></graph></gexf>"
      })
  void shouldNotReadADocumentInAnotherEncodingAsIfItWereUtf8(String document) throws IOException {
    byte[] bytes = (document + " ".repeat(200)).getBytes(Charset.forName("windows-1252"));
    Path file = Files.write(folder.resolve("document"), bytes);
    assertFails(
        () -> FileIngest.read(file, ReadOptions.DEFAULTS),
        Reason.UNREADABLE,
        "holds bytes that are not UTF-8; if it has another encoding, name it: --encoding");
  }

  @Test
  void shouldRejectALineInAnotherEncodingAlone() throws IOException {
    String lines =
        """
        {"id": "1", "schema": "Person", "properties": {"name": ["Größe"]}}
        {"id": "2", "schema": "Person", "properties": {"name": ["Ada"], "summary": ["Somebody of a plain name"]}}
        """;
    Path file =
        Files.write(folder.resolve("p.ftm"), lines.getBytes(Charset.forName("windows-1252")));
    IngestResult result = FileIngest.read(file, ReadOptions.DEFAULTS);

    assertThat(result.rejects())
        .anySatisfy(reject -> assertThat(reject.reason()).contains("bytes that are not UTF-8"))
        .allSatisfy(reject -> assertThat(reject.line()).isEqualTo(1));
  }

  @Test
  void shouldRejectALineForBytesThatAreNoTextAndNotForTheSignThatStandsForThem()
      throws IOException {
    String line =
        "{\"id\": \"%s\", \"schema\": \"Person\", \"properties\": {\"name\": [\"A%sda \uD83D\uDE00\"]}}\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(line.formatted("1", "\uFFFD").getBytes(StandardCharsets.UTF_8));
    bytes.write(line.formatted("2", "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
    IngestResult result =
        FileIngest.read(
            Files.write(folder.resolve("p.ftm"), bytes.toByteArray()), ReadOptions.DEFAULTS);

    assertThat(result.facts().entities())
        .extracting(stated -> stated.entity().name())
        .containsExactly("A\uFFFDda \uD83D\uDE00");
    assertThat(result.rejects())
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.line()).isEqualTo(2);
              assertThat(reject.reason()).contains("bytes that are not UTF-8");
              assertThat(reject.raw()).contains("A\uFFFDda");
            });
  }

  @Test
  void shouldRejectALineThatTheNamedEncodingCannotHold() throws IOException {
    String line =
        "{\"id\": \"1\", \"schema\": \"Person\", \"properties\": {\"name\": [\"A\u0081da, a name that goes on\"]}}\n";
    Path file = Files.write(folder.resolve("p.ftm"), line.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(read(file, "windows-1252").rejects())
        .extracting(RejectedRow::reason)
        .singleElement()
        .asString()
        .contains("bytes that are not UTF-8");
  }

  private static IngestResult read(Path file, String encoding) {
    return FileIngest.read(file, ReadOptions.DEFAULTS.withEncoding(ReadOptions.encoding(encoding)));
  }

  @Test
  void shouldSayWhatIsWrongWithAFileThatIsNone() {
    assertFails(() -> open(folder.resolve("missing.csv")), Reason.USAGE, "There is no file");
    assertFails(() -> open(folder), Reason.USAGE, "is a directory");
  }

  @Test
  void shouldSayWhatIsWrongWithContentThatCannotBeRead() throws IOException {
    byte[] packed = gzip("a.com,b.com\n".repeat(50_000).getBytes(StandardCharsets.UTF_8));
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);
    assertFails(() -> read(cut), Reason.UNREADABLE, "damaged or cut off");
    assertFails(() -> read(Arrays.copyOf(packed, 5)), Reason.UNREADABLE, "damaged or cut off");
    assertFails(() -> read(new byte[0]), Reason.UNREADABLE, "is empty");
    assertFails(
        () -> read(" \n\n".getBytes(StandardCharsets.UTF_8)), Reason.UNREADABLE, "is empty");
    assertFails(() -> read(new byte[] {1, 0, 2, 0}), Reason.UNREADABLE, "is not UTF-8 text");
    assertFails(() -> read(new byte[] {-2, -1}), Reason.UNREADABLE, "is empty");
    assertFails(() -> Reading.text("just,some\n1,2\n"), Reason.UNREADABLE, "no known format");
  }

  @Test
  void shouldRefuseArchivesThatUnpackToTooMuch() throws IOException {
    byte[] bomb = gzip((TEXT + " ".repeat(8 << 20)).getBytes(StandardCharsets.UTF_8));
    assertFails(() -> readAll(bomb, InputLimits.DEFAULTS), Reason.UNREADABLE, "times its size");
    assertFails(
        () -> readAll(gzip(TEXT.getBytes(StandardCharsets.UTF_8)), new InputLimits(10, 1000)),
        Reason.UNREADABLE,
        "more than 10 bytes");
  }

  @Test
  void shouldRefuseAZipOfSeveralFiles() throws IOException {
    byte[] two = zip(TEXT.getBytes(StandardCharsets.UTF_8), "a.csv", "b.csv");
    assertFails(() -> Reading.bytes(two, ReadOptions.DEFAULTS), Reason.UNREADABLE, "");
  }

  @Test
  void shouldLetTheCallerNameTheFormat() throws IOException {
    Path file = Files.writeString(folder.resolve("any.txt"), TEXT);
    assertThat(FileIngest.read(file, ReadOptions.DEFAULTS.withFormat("massmove")).format())
        .isEqualTo("massmove");
    assertFails(
        () -> FileIngest.read(file, ReadOptions.DEFAULTS.withFormat("nonsense")),
        Reason.USAGE,
        "There is no format 'nonsense'");
  }

  private static void open(Path file) {
    Input.open(file, ReadOptions.DEFAULTS).close();
  }

  private static void read(byte[] bytes) {
    readAll(bytes, InputLimits.DEFAULTS);
  }

  private static void readAll(byte[] bytes, InputLimits limits) {
    try (Input input = Input.of("test", new ByteArrayInputStream(bytes), limits)) {
      input.sha256();
    }
  }

  private static void assertFails(ThrowingCallable call, Reason reason, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ClewException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(message);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(byte[] bytes, String... names) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
      }
    }
    return packed.toByteArray();
  }
}
