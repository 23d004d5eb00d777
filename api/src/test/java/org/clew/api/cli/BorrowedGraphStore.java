package org.clew.api.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.LocalDatabase;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/** A graph that stays open when a command is done with it. */
record BorrowedGraphStore(GraphStore store) implements GraphStore {
  @Override
  public Driver driver() {
    return store.driver();
  }

  @Override
  public String boltUri() {
    return store.boltUri();
  }

  @Override
  public String description() {
    return store.description();
  }

  @Override
  public OptionalLong changes() {
    return store.changes();
  }

  @Override
  public Optional<LocalDatabase> local() {
    return store.local();
  }

  @Override
  public <T> List<T> read(String query, Map<String, Object> parameters, Function<Record, T> row) {
    return store.read(query, parameters, row);
  }

  @Override
  public Supplier<List<Record>> begin(String query, Map<String, Object> parameters) {
    return store.begin(query, parameters);
  }

  @Override
  public void readEach(String query, List<Map<String, Object>> parameters, Consumer<Record> row) {
    store.readEach(query, parameters, row);
  }

  @Override
  public void stream(String query, Map<String, Object> parameters, Consumer<Record> row) {
    store.stream(query, parameters, row);
  }

  @Override
  public <T> T write(Function<TransactionContext, T> work) {
    return store.write(work);
  }

  @Override
  public void execute(String query, Map<String, Object> parameters) {
    store.execute(query, parameters);
  }

  @Override
  public void close() {}
}
