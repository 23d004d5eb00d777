package org.clew.loader.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeTry;
import org.clew.loader.observation.ObservationScan.Extra;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationColumns;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;
import org.clew.model.observation.TimePrecision;
import org.jspecify.annotations.Nullable;

class ObservationLogPropertiesTest {
  private static final int TRIES = 40;
  private final List<Path> folders = new ArrayList<>();
  private ObservationLog log = ObservationLog.in(Path.of("unset"));

  @BeforeTry
  void openLog() throws IOException {
    Path folder = Files.createTempDirectory("clew-log");
    folders.add(folder);
    log = ObservationLog.in(folder);
  }

  @AfterProperty
  void deleteLogs() throws IOException {
    for (Path folder : folders) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    folders.clear();
  }

  @Property(tries = TRIES)
  void shouldGiveBackAnyRowsInOrderWithinTheirKind(
      @ForAll("rows") List<Observation> rows, @ForAll("filters") RowFilter filter) {
    Samples.load(log, Samples.request("posts.csv"), rows);

    List<Observation> expected =
        rows.stream()
            .filter(matching(filter))
            .sorted(Comparator.comparing(Observation::kind))
            .toList();

    assertThat(Samples.observations(log, filter)).isEqualTo(expected);
  }

  @Property(tries = TRIES)
  void shouldScanWhatANaiveFilterFinds(
      @ForAll("rows") List<Observation> rows,
      @ForAll("filters") RowFilter filter,
      @ForAll("kinds") ObservationKind kind) {
    Samples.load(log, Samples.request("posts.csv"), rows);
    List<String> expected =
        rows.stream()
            .filter(matching(filter))
            .filter(row -> row.kind() == kind)
            .map(
                row ->
                    describe(
                        row.account().value(),
                        row.artifact(),
                        millis(row),
                        row.post(),
                        row.target()))
            .toList();

    ObservationScan scan = log.scan(filter);
    ObservationColumns columns = scan.read(kind, Extra.POSTS, Extra.TARGETS);

    List<String> found = new ArrayList<>();
    for (int row = 0; row < columns.size(); row++) {
      int target = columns.targets()[row];
      found.add(
          describe(
              scan.entities().get(columns.accounts()[row]),
              scan.keys().get(columns.artifacts()[row]),
              columns.times()[row],
              scan.keys().get(columns.posts()[row]),
              target == ObservationColumns.NONE ? null : scan.entities().get(target)));
    }
    assertThat(found).isEqualTo(expected);
  }

  @Property(tries = TRIES)
  void shouldLeaveTheSameSegmentWhetherErasedBeforeOrAfterLoading(
      @ForAll("rows") List<Observation> rows, @ForAll("accounts") EntityId account)
      throws IOException {
    Samples.load(log, Samples.request("posts.csv"), rows);
    log.erase(Set.of(account), Set.of());
    Load erasedAfter = log.loads().get(0);

    log.remove(Samples.SOURCE);
    Load erasedBefore = Samples.load(log, Samples.request("posts.csv"), rows);

    assertThat(erasedBefore).isEqualTo(erasedAfter);
    assertThat(Samples.observations(log, RowFilter.all().withAccounts(Set.of(account)))).isEmpty();
    assertThat(Samples.observations(log, RowFilter.all().withTargets(Set.of(account)))).isEmpty();
  }

  private static Predicate<Observation> matching(RowFilter filter) {
    return row ->
        (filter.accounts().isEmpty() || filter.accounts().contains(row.account()))
            && (filter.targets().isEmpty()
                || (row.target() != null && filter.targets().contains(row.target())))
            && (filter.sources().isEmpty() || filter.sources().contains(row.origin().source()))
            && (filter.artifacts().isEmpty() || filter.artifacts().contains(row.artifact()))
            && matchesTime(filter, row.time());
  }

  private static boolean matchesTime(RowFilter filter, @Nullable Moment time) {
    if (time == null) {
      return filter.since() == null && filter.until() == null && filter.coarsest() == null;
    }
    return (filter.since() == null || !time.instant().isBefore(filter.since()))
        && (filter.until() == null || time.instant().isBefore(filter.until()))
        && (filter.coarsest() == null || time.precision().isAtLeast(filter.coarsest()));
  }

  private static long millis(Observation row) {
    return row.time() == null ? ObservationColumns.NO_TIME : row.time().epochMillis();
  }

  private static String describe(
      String account, String artifact, long time, String post, @Nullable Object target) {
    return String.join("|", account, artifact, Long.toString(time), post, String.valueOf(target));
  }

  @Provide
  Arbitrary<List<Observation>> rows() {
    Arbitrary<Origin> origins =
        Combinators.combine(
                Arbitraries.of("posts", "other").map(EntityId::source),
                Arbitraries.of("a.csv", "b.csv"),
                Arbitraries.longs().between(1, 1L << 40))
            .as(Origin::new);
    return Combinators.combine(
            kinds(),
            accounts(),
            Arbitraries.oneOf(
                Arbitraries.of("u", "v", "w"),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(40)),
            moments().injectNull(0.1),
            Arbitraries.oneOf(Arbitraries.of("x:1", "x:2"), Arbitraries.strings().ofMaxLength(30)),
            accounts().injectNull(0.3),
            origins)
        .as(Observation::new)
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<ObservationKind> kinds() {
    return Arbitraries.of(ObservationKind.class).filter(kind -> kind != ObservationKind.POST);
  }

  @Provide
  Arbitrary<EntityId> accounts() {
    return Arbitraries.of("1", "2", "3", "E+9=/", "Ünïcode \u202e")
        .map(id -> EntityId.account("x", id));
  }

  private static Arbitrary<Moment> moments() {
    return Combinators.combine(
            Arbitraries.longs().between(-100, 100).map(second -> second * 1000),
            Arbitraries.of(TimePrecision.class))
        .as(Moment::new);
  }

  @Provide
  Arbitrary<RowFilter> filters() {
    Arbitrary<Instant> bounds = Arbitraries.longs().between(-100, 100).map(Instant::ofEpochSecond);
    return Combinators.combine(
            Arbitraries.of("posts", "absent").map(EntityId::source).set().ofMaxSize(1),
            accounts().set().ofMaxSize(2),
            accounts().set().ofMaxSize(1),
            Arbitraries.of("u", "v").set().ofMaxSize(2),
            bounds.injectNull(0.6),
            bounds.injectNull(0.6),
            Arbitraries.of(TimePrecision.class).injectNull(0.5))
        .as(RowFilter::new);
  }
}
