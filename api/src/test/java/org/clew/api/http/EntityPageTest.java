package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.clew.api.entity.EntityDocument;
import org.clew.cypher.entity.Statement;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.junit.jupiter.api.Test;

class EntityPageTest {
  private static final EntityDocument SITE =
      new EntityDocument(
          EntityId.domain("example.org"), EntityKind.DOMAIN, "example.org", new TreeMap<>());
  private static final Statement STATEMENT =
      new Statement(EntityId.source("report"), "", "B2", null, new TreeMap<>(), List.of());

  @Test
  void shouldSayThatThereAreMoreStatementsThanItShows() {
    EntityPage page = EntityPage.of(SITE, Collections.nCopies(101, STATEMENT), List.of());
    assertThat(page.statements()).hasSize(100);
    assertThat(page.truncated())
        .containsEntry("reason", "There are more statements than the first 100.");
  }

  @Test
  void shouldShowAHundredStatementsAsAllThereAre() {
    EntityPage page = EntityPage.of(SITE, Collections.nCopies(100, STATEMENT), List.of());
    assertThat(page.statements()).hasSize(100);
    assertThat(page.truncated()).isNull();
  }
}
