package org.clew.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.clew.cypher.database.GraphStore;

/** Runs commands in this process on an open graph, and keeps what they print. */
public final class CliRun {
  private final GraphStore store;
  private final Path data;
  private ByteArrayOutputStream out = new ByteArrayOutputStream();
  private ByteArrayOutputStream err = new ByteArrayOutputStream();

  public CliRun(GraphStore store) {
    this(store, Path.of("target", "cli-data"));
  }

  public CliRun(GraphStore store, Path data) {
    this.store = store;
    this.data = data;
  }

  public int run(String... arguments) {
    out = new ByteArrayOutputStream();
    err = new ByteArrayOutputStream();
    return ClewCli.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        settings -> new BorrowedGraphStore(store),
        withData(arguments));
  }

  /** Only commands that know the option get it; a wrong command line stays as it is. */
  private String[] withData(String... arguments) {
    if (arguments.length == 0 || !Set.of("load", "mark").contains(arguments[0])) {
      return arguments;
    }
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = data.toString();
    return all;
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    try {
      return new ObjectMapper().readTree(out());
    } catch (JsonProcessingException e) {
      throw new AssertionError("Standard output is not one JSON document: " + out(), e);
    }
  }
}
