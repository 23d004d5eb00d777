package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.clew.api.coordination.SamplePosts;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.export.GraphCopy;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CASE =
      """
      clew: 1
      sources:
        - {id: report, title: A report, publisher: Someone, date: 2018-08-21, grade: B2}
        - {id: second, title: "=cmd() \\"quoted\\" – ünï", grade: C3}
      entities:
        - {id: "cluster:case:press", name: Press accounts, source: report}
        - {id: "domain:example.org", name: Example, source: [report, second], note: "line\\nbreak"}
        - {id: "account:x:a0", name: Anna, source: report, followers: 12}
      links:
        - {from: "account:x:a0", type: IN_CLUSTER, to: "cluster:case:press", source: report}
        - {from: "account:x:a0", type: LINKS_TO, to: "domain:example.org", source: second, count: 3}
        - {from: "domain:example.org", type: SAME_AS, to: "domain:example.net", source: second}
      """;

  @TempDir private Path folder;
  private Path data;
  private Path copy;
  private Path file;
  private GraphStore store;
  private CliRun cli;

  @BeforeEach
  void fill() throws IOException {
    store = TestGraph.empty();
    data = folder.resolve("data");
    copy = folder.resolve("copy");
    file = folder.resolve("backup.zip");
    cli = new CliRun(store, data);
    Path caseFile = Files.writeString(folder.resolve("case.yml"), CASE);
    assertThat(cli.run("load", caseFile.toString())).as(cli.err()).isZero();
  }

  @Test
  void shouldRestoreTheSameGraphWithDetectionsMarksAndDecisions() throws IOException {
    fillAll();
    byte[] exported = export();
    List<String> elements = elements();
    SortedMap<String, String> files = files(data);

    assertThat(run("backup", file.toString(), data)).as(cli.err()).isZero();
    TestGraph.empty();
    assertThat(run("restore", file.toString(), copy)).as(cli.err()).isZero();

    assertThat(cli.json().at("/manifest/counts/COORDINATES_WITH").asLong()).isPositive();
    assertThat(elements()).isEqualTo(elements);
    assertThat(export()).isEqualTo(exported);
    assertThat(files(copy)).isEqualTo(files);
    assertThat(copy.resolve("restore.unfinished")).doesNotExist();
    assertThat(cli.run("import-check", "--data", copy.toString())).isZero();
    assertThat(new DataFolder(copy).log().isErased(new EntityId("account:x:gone"))).isTrue();
    Path caseFile = folder.resolve("case.yml");
    CliRun there = new CliRun(store, copy);
    assertThat(there.run("load", "--json", caseFile.toString())).isZero();
    assertThat(there.json().at("/files/0/alreadyLoaded").asBoolean()).isTrue();
  }

  @Test
  void shouldKeepPasswordsAndKeysOutUnlessAsked() throws IOException {
    Files.writeString(data.resolve("neo4j.password"), "secret");
    Files.writeString(data.resolve("keys.json"), "{}");
    Files.writeString(data.resolve("saved.json.tmp"), "half");

    assertThat(run("backup", file.toString(), data)).isZero();
    assertThat(names(file)).noneMatch(name -> name.contains("neo4j") || name.contains("keys"));
    assertThat(names(file)).noneMatch(name -> name.endsWith(".tmp") || name.endsWith(".lock"));
    assertThat(cli.run("backup", file.toString(), "--data", data.toString())).isEqualTo(2);
    assertThat(cli.err()).contains("--force");
    assertThat(
            cli.run("backup", file.toString(), "--data", data.toString(), "--force", "--with-keys"))
        .isZero();
    assertThat(names(file)).contains("data/keys.json");
    assertThat(names(file)).noneMatch(name -> name.contains("neo4j"));
  }

  @Test
  void shouldChangeNothingWhereTheFileIsDamaged() throws IOException {
    assertThat(run("backup", file.toString(), data)).isZero();
    byte[] whole = Files.readAllBytes(file);
    TestGraph.empty();

    for (int place = 100; place < 900; place += 40) {
      byte[] damaged = whole.clone();
      damaged[place] ^= 0x10;
      Files.write(file, damaged);
      requireRefused(1, "not a whole Clew backup");
    }
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    requireRefused(1, "not a whole Clew backup");
    Files.writeString(file, "no zip at all");
    requireRefused(1, "not a whole Clew backup");
    Files.delete(file);
    requireRefused(2, "There is no file");
  }

  @Test
  void shouldRefuseNamesThatNoBackupHas() throws IOException {
    assertThat(run("backup", file.toString(), data)).isZero();
    byte[] whole = Files.readAllBytes(file);
    TestGraph.empty();
    byte[] evil = {1, 2, 3};
    for (String name :
        List.of(
            "data/../../evil",
            "data/log/../../evil",
            "/etc/evil",
            "data//log/evil",
            "data/log\\..\\evil",
            "data/neo4j/evil",
            "data/neo4j.password",
            "data/keys.json",
            "data/restore.unfinished",
            "evil")) {
      Files.write(file, whole);
      rewrite(
          manifest -> {
            ObjectNode part = manifest.withArray("parts").addObject();
            part.put("name", name).put("bytes", 3).put("sha256", sha256(evil));
          },
          Map.of(name, evil));
      requireRefused(1, "a name that no backup has");
    }
  }

  @Test
  void shouldRefuseBombsStowawaysAndNewerVersions() throws IOException {
    assertThat(run("backup", file.toString(), data)).isZero();
    byte[] whole = Files.readAllBytes(file);
    TestGraph.empty();

    rewrite(m -> ((ObjectNode) m.at("/parts/1")).put("bytes", 1L << 40), Map.of());
    requireRefused(1, "unpack to far more");
    Files.write(file, whole);
    rewrite(m -> ((ObjectNode) m.at("/parts/1")).put("bytes", 1), Map.of());
    requireRefused(1, "does not fit its hash");
    Files.write(file, whole);
    rewrite(m -> {}, Map.of("data/log/stowaway", new byte[] {1}));
    requireRefused(1, "not those of its manifest");
    Files.write(file, whole);
    rewrite(m -> m.put("schemaVersion", 99), Map.of());
    requireRefused(1, "written by a newer Clew");
    Files.write(file, whole);
    rewrite(m -> m.put("clewBackup", 2).put("unknown", 1), Map.of());
    requireRefused(1, "written by a newer Clew");
  }

  @Test
  void shouldRestoreOnlyIntoAnEmptyFolder() throws IOException {
    assertThat(run("backup", file.toString(), data)).isZero();
    Files.createDirectories(copy);
    Path mine = Files.writeString(copy.resolve("mine.txt"), "mine");

    assertThat(run("restore", file.toString(), copy)).isEqualTo(2);
    assertThat(cli.err()).contains("is not empty");
    assertThat(mine).hasContent("mine");
    assertThat(files(copy)).hasSize(1);
  }

  @Test
  void shouldSayThatARestoreWasInterruptedAndDoItAgain() throws IOException {
    byte[] exported = export();
    assertThat(run("backup", file.toString(), data)).isZero();
    Files.createDirectories(copy.resolve("statements"));
    Files.createFile(copy.resolve("restore.unfinished"));
    Files.writeString(copy.resolve("statements/00000001-half.json.zst"), "half");
    Files.writeString(copy.resolve("clew.lock"), "");

    assertThat(cli.run("status", "--data", copy.toString())).isEqualTo(1);
    assertThat(cli.err()).contains("A restore into", "interrupted", "run 'clew restore FILE'");
    TestGraph.empty();
    assertThat(run("restore", file.toString(), copy)).as(cli.err()).isZero();
    assertThat(export()).isEqualTo(exported);
    assertThat(files(copy).keySet()).isEqualTo(files(data).keySet());
    assertThat(cli.run("status", "--data", copy.toString())).isZero();
  }

  @Test
  void shouldWaitForAChangeThatIsGoingOn() {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    List<String> order = new ArrayList<>();
    DataFolder changed = new DataFolder(data);
    CompletableFuture<Boolean> change =
        CompletableFuture.supplyAsync(
            () ->
                changed.changing(
                    () -> {
                      began.countDown();
                      await(mayEnd);
                      return order.add("changed");
                    }));
    await(began);

    changed.whileUnchanged(mayEnd::countDown, () -> order.add("copied"));

    assertThat(change.join()).isTrue();
    assertThat(order).containsExactly("changed", "copied");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void fillAll() {
    SamplePosts.fill(new DataFolder(data));
    assertThat(cli.run("detect", "--data", data.toString())).as(cli.err()).isZero();
    assertThat(cli.run("mark", "domain:example.org", "--benign", "A test")).isZero();
    String about = "cluster:case:press";
    assertThat(
            cli.run(
                "note",
                about,
                "Ünï",
                "--assess",
                "unclear",
                "--tlp",
                "red",
                "--data",
                data.toString()))
        .isZero();
    assertThat(cli.run("claims", "--json", "--data", data.toString())).isZero();
    String claim = cli.json().at("/items/0/id").asText();
    assertThat(cli.run("claims", "accept", claim, "--data", data.toString())).isZero();
    assertThat(cli.run("erase", "account:x:gone", "--data", data.toString())).isZero();
  }

  private int run(String command, String argument, Path where) {
    return cli.run(command, argument, "--data", where.toString(), "--json");
  }

  private void requireRefused(int status, String sentence) {
    assertThat(run("restore", file.toString(), copy)).isEqualTo(status);
    assertThat(cli.err()).contains(sentence).hasLineCount(1);
    assertThat(copy).doesNotExist();
    assertThat(new GraphCopy(store).isEmpty()).isTrue();
    assertThat(folder.resolve("evil")).doesNotExist();
  }

  private byte[] export() {
    assertThat(cli.run("export", "--all", "--format", "json")).isZero();
    return cli.out().getBytes(StandardCharsets.UTF_8);
  }

  private List<String> elements() {
    List<String> elements = new ArrayList<>();
    new GraphCopy(store).read(element -> elements.add(element.toString()));
    return elements;
  }

  /** But for the audit log, which goes on with what is done to either folder. */
  private static SortedMap<String, String> files(Path root) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        String name = each.getFileName().toString();
        if (!name.endsWith(".lock") && !name.startsWith("audit.")) {
          files.put(root.relativize(each).toString(), sha256(Files.readAllBytes(each)));
        }
      }
    }
    return files;
  }

  private static List<String> names(Path zip) throws IOException {
    try (ZipFile opened = new ZipFile(zip.toFile())) {
      return opened.stream().map(ZipEntry::getName).toList();
    }
  }

  /** The same backup with another manifest, under the digest that fits it, and more entries. */
  private void rewrite(Consumer<ObjectNode> change, Map<String, byte[]> more) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile opened = new ZipFile(file.toFile())) {
      for (ZipEntry entry : opened.stream().map(ZipEntry.class::cast).toList()) {
        entries.put(entry.getName(), opened.getInputStream(entry).readAllBytes());
      }
    }
    ObjectNode manifest = (ObjectNode) JSON.readTree(entries.get("manifest.json"));
    change.accept(manifest);
    byte[] changed = JSON.writeValueAsBytes(manifest);
    entries.put("manifest.json", changed);
    entries.put("manifest.sha256", sha256(changed).getBytes(StandardCharsets.US_ASCII));
    entries.putAll(more);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(entries, bytes);
    Files.write(file, bytes.toByteArray());
  }

  private static void write(Map<String, byte[]> entries, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }

  private static String sha256(byte[] content) {
    return HexFormat.of().formatHex(Hashes.newSha256().digest(content));
  }
}
