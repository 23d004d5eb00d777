package org.clew.loader.ingest;

import java.util.List;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.ingest.StatementArchive.Header;
import org.clew.loader.ingest.StatementArchive.Statements;
import org.clew.model.entity.Entity;
import org.clew.model.entity.Hashes;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.source.Source;

/**
 * What an analyst says of one entity, under a source of its own: archived like a load, so that it
 * stands in a rebuilt graph, then written.
 *
 * @param source who says so and when; a later statement of the same source takes its place
 * @param entity what is said
 * @param digested what tells one statement of the source from another
 */
record AnalystStatement(Source source, Entity entity, String digested) {
  void write(GraphStore store, DataFolder data) {
    Facts facts =
        new Facts(
            List.of(source), List.of(new StatedEntity(entity, source.id(), List.of())), List.of());
    String key = Hashes.sha256(source.id() + "|" + digested);
    RowCounts counts = new RowCounts(1, 0, 0, 0, 0);
    String format = String.valueOf(source.format());
    Header header = new Header(key, source.title(), format, source.id(), counts, false);
    data.changing(
        () -> {
          data.statements().remove(source.id());
          data.statements().save(new Statements(header, facts, List.of()));
          GraphWriter.of(store).write(facts, key, GraphWriter.Progress.NONE);
          data.journal().record(store, format, "");
          return key;
        });
  }
}
