package org.clew.loader.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.source.Grade;

/**
 * A graph that Clew exported as a Cypher script. The script is read and never run: a line that is
 * not one of the statements Clew writes is a reject.
 */
final class CypherScriptReader implements FormatReader {
  private static final String CONSTRAINT = "CREATE CONSTRAINT entity_id IF NOT EXISTS ";
  private static final String COMMENT = "//";

  @Override
  public String name() {
    return "cypher";
  }

  @Override
  public String fills() {
    return "the whole graph, as it was exported";
  }

  @Override
  public String recognisedBy() {
    return "a script that begins with Clew's constraint";
  }

  @Override
  public Grade defaultGrade() {
    return Grade.UNKNOWN;
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample
        .text()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(COMMENT))
        .findFirst()
        .filter(line -> line.startsWith(CONSTRAINT))
        .isPresent();
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    ExportedGraph graph = new ExportedGraph(sink, options.knownSources());
    try (BufferedReader lines = new BufferedReader(input.text())) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith(COMMENT) || line.startsWith(CONSTRAINT)) {
          sink.blank();
        } else {
          add(input.name(), number, line, graph, sink);
        }
      }
    } catch (IOException e) {
      throw new ClewException(Reason.UNREADABLE, input.name() + " cannot be read to its end.", e);
    }
    graph.finish();
  }

  private static void add(
      String file, long number, String line, ExportedGraph graph, FactSink sink) {
    try {
      CypherStatement statement = CypherStatement.of(line);
      Map<String, Object> properties = statement.properties();
      properties.remove(GraphSchema.ID);
      GraphRecord item = new GraphRecord(file, number, properties);
      if (statement.to().isEmpty()) {
        if (statement.name().equals(EntityKind.SOURCE.label())) {
          graph.source(item, statement.from());
        } else {
          graph.entity(item, statement.from(), statement.name());
        }
      } else if (statement.name().equals(GraphSchema.STATED_IN)) {
        graph.statement(item, statement.from(), statement.to());
      } else {
        graph.link(item, statement.from(), statement.name(), statement.to());
      }
    } catch (CaseFault fault) {
      sink.rejectRow(new RejectedRow(file, number, fault.key(), fault.reason(), line));
    }
  }
}
