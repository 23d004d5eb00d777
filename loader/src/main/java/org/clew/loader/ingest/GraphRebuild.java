package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clew.cypher.claim.Claims;
import org.clew.cypher.coordination.DetectionRuns;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.cypher.source.Sources;
import org.clew.loader.ingest.StatementArchive.Statements;
import org.clew.loader.observation.Damage;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.claim.Claim;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Source;

/**
 * Makes the graph anew from what the loads stated and detection found, with the analyst's marks and
 * decisions on claims.
 */
public final class GraphRebuild {
  private static final int PAGE = 1_000;

  private final Claims claims;
  private final GraphWriter writer;
  private final DataFolder data;
  private final LoadListener listener;
  private final Proposals proposals;
  private final GraphStore store;
  private final KeptRuns runs;

  /** The rebuilding of a graph. */
  public GraphRebuild(GraphStore store, DataFolder data, LoadListener listener) {
    this.claims = new Claims(store);
    this.writer = GraphWriter.of(store);
    this.data = data;
    this.listener = listener;
    this.proposals = new Proposals(store, data.decisions());
    this.store = store;
    this.runs = new KeptRuns(store, data);
  }

  /**
   * What came back.
   *
   * @param loads how many loads and marks are in the graph again
   * @param runs how many detection runs
   * @param decisions how many decisions on claims were taken again
   * @param missing what could not be used, and why
   */
  public record Report(int loads, int runs, int decisions, List<Damage> missing) {
    public Report {
      missing = List.copyOf(missing);
    }
  }

  /**
   * Verifies what was kept, empties the graph and fills it again. Interrupted, it is run again.
   *
   * @param shared whether others may load into this graph from elsewhere; then it is only emptied
   *     when all of it comes back
   * @throws ClewException USAGE when no load is archived, so that nothing would be left, or when a
   *     shared graph holds more; UNREADABLE when all that was archived is damaged
   */
  public Report run(boolean shared) {
    return data.changing(
        () -> {
          Report report = rebuild(shared);
          data.journal().record(store, "rebuild", "");
          return report;
        });
  }

  private Report rebuild(boolean shared) {
    StatementArchive archive = data.statements();
    List<Damage> missing = new ArrayList<>(data.log().verify());
    List<String> whole = whole(archive, missing);
    if (shared) {
      requireNothingElse(archive, whole);
    }
    unarchivedRuns(missing);
    data.decisions().add(decided());
    writer.clear();
    int restoredRuns = 0;
    int loads = 0;
    for (String name : whole) {
      try {
        Statements statements = archive.read(name);
        write(statements);
        if (KeptRuns.isRun(statements)) {
          restoredRuns++;
        } else {
          loads++;
        }
      } catch (ClewException e) {
        if (e.reason() != Reason.UNREADABLE) {
          throw e;
        }
        missing.add(new Damage("statements/" + name, String.valueOf(e.getMessage())));
      }
    }
    return new Report(loads, restoredRuns, data.decisions().apply(claims), missing);
  }

  /** The names of the archived loads that are not damaged. */
  private List<String> whole(StatementArchive archive, List<Damage> missing) {
    List<String> names = archive.names();
    if (names.isEmpty()) {
      throw new ClewException(
          Reason.USAGE, "No load is archived in '" + data.root() + "'; the graph stays as it is.");
    }
    List<Damage> damaged = archive.verify();
    missing.addAll(damaged);
    Set<String> files = damaged.stream().map(Damage::file).collect(Collectors.toSet());
    List<String> whole = names.stream().filter(n -> !files.contains("statements/" + n)).toList();
    if (whole.isEmpty()) {
      throw new ClewException(
          Reason.UNREADABLE,
          "Every archived load in '" + data.root() + "' is damaged; the graph stays as it is.");
    }
    return whole;
  }

  private void requireNothingElse(StatementArchive archive, List<String> whole) {
    Set<EntityId> others = new TreeSet<>();
    new Sources(store).all().forEach(source -> others.add(source.id()));
    others.remove(Claims.PROPOSALS);
    for (String name : whole) {
      archive.read(name).facts().sources().forEach(source -> others.remove(source.id()));
    }
    if (!others.isEmpty()) {
      throw new ClewException(
          Reason.USAGE,
          "The graph holds "
              + others.size()
              + " sources that were not loaded from '"
              + data.root()
              + "', such as "
              + others.iterator().next()
              + "; a rebuild would take them away. The graph stays as it is.");
    }
  }

  private void unarchivedRuns(List<Damage> missing) {
    for (Source source : new Sources(store).all()) {
      if (DetectionRuns.RUN_FORMAT.equals(source.format()) && !runs.isArchived(source.id())) {
        missing.add(
            new Damage(source.id().value(), "The run is not in the archive; detect it again."));
      }
    }
  }

  private void write(Statements statements) {
    String file = statements.header().file();
    listener.reading(file);
    GraphWriter.Progress progress = (written, total) -> listener.writing(file, written, total);
    if (KeptRuns.isRun(statements)) {
      runs.restore(statements, progress);
      return;
    }
    writer.write(
        statements.facts(),
        statements.header().key(),
        progress,
        () -> proposals.propose(statements));
  }

  private List<Claim> decided() {
    List<Claim> decided = new ArrayList<>();
    String after = "";
    while (true) {
      List<Claim> page = claims.list(after, PAGE);
      page.stream().filter(claim -> claim.status() != Claim.Status.PROPOSED).forEach(decided::add);
      if (page.size() < PAGE) {
        return decided;
      }
      after = page.get(page.size() - 1).id();
    }
  }
}
