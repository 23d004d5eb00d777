package org.clew.loader.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clew.loader.observation.Samples.ALICE;
import static org.clew.loader.observation.Samples.BOB;
import static org.clew.loader.observation.Samples.SITE;
import static org.clew.loader.observation.Samples.SOURCE;
import static org.clew.loader.observation.Samples.load;
import static org.clew.loader.observation.Samples.request;
import static org.clew.loader.observation.Samples.url;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogPageTest {
  private static final int ROWS = 20;

  @TempDir Path folder;

  @Test
  void shouldReadEachRowOnceWhileOthersLoad() {
    ObservationLog log = log();
    List<Observation> found = new ArrayList<>();
    LogPlace place = null;
    int loads = 10;
    do {
      LogPage page = log.page(query(Duration.ofMinutes(1)), place, 7);
      assertThat(page.outOfTime()).isFalse();
      found.addAll(page.rows());
      place = page.next();
      loads++;
      load(log, request("file" + loads), List.of(url(BOB, "u", loads, "x:" + loads, 1)));
    } while (place != null);
    assertThat(found).hasSize(2 * ROWS).doesNotHaveDuplicates();
  }

  @Test
  void shouldGoOnWhereTheClockEndedAPage() {
    ObservationLog log = log();
    List<Observation> found = new ArrayList<>();
    int pages = 0;
    LogPlace place = null;
    do {
      LogPage page = log.page(query(Duration.ZERO), place, 1_000);
      found.addAll(page.rows());
      place = page.next() == null ? null : LogPlace.parse(page.next().text()).orElseThrow();
      assertThat(page.outOfTime()).isEqualTo(place != null);
      pages++;
    } while (place != null);
    assertThat(pages).isEqualTo(2);
    assertThat(found).hasSize(2 * ROWS);
  }

  @Test
  void shouldPassByLoadsOfOtherSources() {
    ObservationLog log = log();
    RowFilter other = RowFilter.all().withSources(Set.of(EntityId.source("other")));
    LogQuery query =
        new LogQuery(Set.of(ObservationKind.URL), other, row -> true, Duration.ofMinutes(1));
    assertThat(log.page(query, null, 5)).isEqualTo(new LogPage(List.of(), null, false));
  }

  private ObservationLog log() {
    ObservationLog log = ObservationLog.in(folder.resolve("log"));
    for (String file : List.of("one", "two")) {
      List<Observation> rows = new ArrayList<>();
      for (int i = 0; i < ROWS; i++) {
        rows.add(url(ALICE, "u" + i, i, "x:" + file + i, i + 1));
        rows.add(url(BOB, "u" + i, i, "x:" + file + i, i + 1));
      }
      load(log, request(file), rows);
    }
    return log;
  }

  private static LogQuery query(Duration patience) {
    RowFilter alice =
        RowFilter.all()
            .withAccounts(Set.of(ALICE))
            .withTargets(Set.of(SITE))
            .withSources(Set.of(SOURCE));
    return new LogQuery(Set.of(ObservationKind.URL), alice, row -> true, patience);
  }
}
