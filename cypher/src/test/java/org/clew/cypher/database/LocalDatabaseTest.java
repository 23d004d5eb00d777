package org.clew.cypher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.clew.cypher.TestGraph;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransientTransactionFailureException;
import org.neo4j.kernel.api.exceptions.Status;

class LocalDatabaseTest {
  private static final Label ENTITY = Label.label("Entity");
  private static final String ID = "domain:example.org";

  private GraphStore store;
  private LocalDatabase database;
  private List<String> attempts;

  @BeforeEach
  void emptyGraph() {
    store = TestGraph.empty();
    database = store.local().orElseThrow();
    attempts = new ArrayList<>();
  }

  @Test
  void shouldTryAgainWhereAnotherWriterMadeWhatItWasAboutToMake() {
    database.write(
        tx -> {
          Node known = tx.findNode(ENTITY, "id", ID);
          attempts.add(known == null ? "missing" : "known");
          if (known == null) {
            beside(() -> store.execute("CREATE (:Entity {id: $id})", Map.of("id", ID)));
            create(tx, ID);
          }
        });

    assertThat(attempts).containsExactly("missing", "known");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void shouldTryAgainWhereAnotherWriterRemovedWhatItWasAboutToChange() {
    store.execute("CREATE (:Entity {id: $id})", Map.of("id", ID));
    database.write(
        tx -> {
          Node known = tx.findNode(ENTITY, "id", ID);
          attempts.add(known == null ? "missing" : "known");
          if (known == null) {
            create(tx, ID);
          } else {
            beside(() -> store.execute("MATCH (e:Entity {id: $id}) DELETE e", Map.of("id", ID)));
            known.setProperty("name", "Example");
          }
        });

    assertThat(attempts).containsExactly("known", "missing");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void shouldTryAgainAfterADeadlockAndKeepNothingOfTheFirstTime() {
    database.write(
        tx -> {
          attempts.add("attempt");
          create(tx, ID + attempts.size());
          if (attempts.size() == 1) {
            throw failure(Status.Transaction.DeadlockDetected);
          }
        });

    assertThat(attempts).hasSize(2);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void shouldGiveUpWhatAlwaysFailsAndSayWhy() {
    create(ID);

    assertThatThrownBy(() -> create(ID))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("already exists")
        .extracting("reason")
        .isEqualTo(Reason.UNAVAILABLE);
    assertThat(attempts).hasSize(2 + DriverGraphStore.RETRIES_BESIDE_OTHERS);
  }

  @Test
  void shouldNotTryAgainWhatNeedsTooMuchMemory() {
    assertThatThrownBy(
            () ->
                database.write(
                    tx -> {
                      attempts.add("attempt");
                      throw failure(Status.General.MemoryPoolOutOfMemoryError);
                    }))
        .isInstanceOf(ClewException.class)
        .extracting("reason")
        .isEqualTo(Reason.LIMIT);
    assertThat(attempts).hasSize(1);
  }

  @Test
  void shouldSayWhatTheDatabaseCannotHold() {
    assertThatThrownBy(() -> create("domain:" + "a".repeat(10_000)))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("too large to index");
    assertThat(count()).isZero();
  }

  @SuppressWarnings("deprecation") // what replaces it needs classes inside Neo4j
  private static TransientTransactionFailureException failure(Status status) {
    return new TransientTransactionFailureException(status, "made for a test");
  }

  private void create(String id) {
    database.write(
        tx -> {
          attempts.add("attempt");
          create(tx, id);
        });
  }

  private static void create(Transaction tx, String id) {
    tx.createNode(ENTITY).setProperty("id", id);
  }

  private static void beside(Runnable work) {
    CompletableFuture.runAsync(work).join();
  }

  private int count() {
    return store.read("MATCH (e:Entity) RETURN e.id AS id", Map.of(), row -> 1).size();
  }
}
