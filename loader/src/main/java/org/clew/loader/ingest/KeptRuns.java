package org.clew.loader.ingest;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.cypher.claim.Claims;
import org.clew.cypher.coordination.DetectionRuns;
import org.clew.cypher.coordination.MeasuredLink;
import org.clew.cypher.coordination.RunFacts;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.ingest.StatementArchive.Header;
import org.clew.loader.ingest.StatementArchive.Statements;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;
import org.clew.model.ingest.Facts;
import org.clew.model.links.Link;

/**
 * Detection runs in the graph and in the archive of loads, so that a rebuilt graph has them too.
 */
public final class KeptRuns {
  private final DetectionRuns runs;
  private final StatementArchive archive;
  private final Claims claims;

  /** The runs of a graph and of what stands beside it. */
  public KeptRuns(GraphStore store, DataFolder data) {
    this.runs = new DetectionRuns(store);
    this.archive = data.statements();
    this.claims = new Claims(store);
  }

  /**
   * Writes a run. Writing it again changes nothing.
   *
   * @return whether anything was written; false where the run was complete already
   */
  public boolean write(RunFacts run, GraphWriter.Progress progress) {
    String key = key(run.run());
    if (archive.find(key).isEmpty()) {
      archive.save(statements(run, key));
    }
    return runs.write(run, progress);
  }

  /**
   * Takes back all that a run said, and nothing else.
   *
   * @return how much went: {@code links}, {@code statements}, {@code entities}
   * @throws org.clew.model.ClewException NOT_FOUND when there is no such run
   */
  public SortedMap<String, Long> remove(EntityId run) {
    if (runs.find(run).isPresent()) {
      archive.forget(key(run));
    }
    return runs.remove(run);
  }

  /** Whether an archived load is a run. */
  static boolean isRun(Statements statements) {
    return statements.header().format().equals(DetectionRuns.RUN_FORMAT);
  }

  /**
   * Brings an archived run back into the graph, but for links to what went with its source since.
   */
  void restore(Statements statements, GraphWriter.Progress progress) {
    Facts facts = statements.facts();
    Set<EntityId> present = present(facts);
    List<MeasuredLink> links =
        facts.links().stream()
            .filter(link -> present.contains(link.from()) && present.contains(link.to()))
            .map(link -> new MeasuredLink(link, facts.measures(link.id())))
            .toList();
    EntityId run = statements.header().source();
    runs.write(
        new RunFacts(
            run,
            facts.measures(run.value()),
            new Facts(facts.sources(), facts.entities(), List.of()),
            links),
        progress);
  }

  private Set<EntityId> present(Facts facts) {
    Set<EntityId> described = new TreeSet<>();
    facts.entities().forEach(stated -> described.add(stated.entity().id()));
    Set<EntityId> others = new TreeSet<>();
    for (Link link : facts.links()) {
      others.add(link.from());
      others.add(link.to());
    }
    others.removeAll(described);
    described.addAll(claims.present(others));
    return described;
  }

  /** Whether the archive has that run. */
  boolean isArchived(EntityId run) {
    return archive.find(key(run)).isPresent();
  }

  private static Statements statements(RunFacts run, String key) {
    SortedMap<String, SortedMap<String, Object>> measures = new TreeMap<>();
    measures.put(run.run().value(), run.parameters());
    run.links().forEach(link -> measures.put(link.link().id(), link.measures()));
    List<Link> links = run.links().stream().map(MeasuredLink::link).toList();
    Facts facts = new Facts(run.facts().sources(), run.facts().entities(), links, measures);
    RowCounts none = new RowCounts(0, 0, 0, 0, 0);
    return new Statements(
        new Header(key, run.run().value(), DetectionRuns.RUN_FORMAT, run.run(), none, true),
        facts,
        List.of());
  }

  private static String key(EntityId run) {
    return Hashes.sha256(run.value());
  }
}
