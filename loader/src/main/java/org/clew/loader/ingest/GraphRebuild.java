package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.List;
import org.clew.cypher.claim.Claims;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.loader.ingest.StatementArchive.Statements;
import org.clew.loader.observation.Damage;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.claim.Claim;

/**
 * Makes the graph anew from what the loads stated, with the analyst's decisions on claims. What
 * detection found is not among it and has to be found again.
 */
public final class GraphRebuild {
  private static final int PAGE = 1_000;

  private final GraphStore store;
  private final Claims claims;
  private final GraphWriter writer;
  private final DataFolder data;
  private final LoadListener listener;
  private final Proposals proposals;

  /** The rebuilding of a graph. */
  public GraphRebuild(GraphStore store, DataFolder data, LoadListener listener) {
    this.store = store;
    this.claims = new Claims(store);
    this.writer = GraphWriter.of(store);
    this.data = data;
    this.listener = listener;
    this.proposals = new Proposals(store);
  }

  /**
   * What came back.
   *
   * @param loads how many loads are in the graph again
   * @param decisions how many decisions on claims were taken again
   * @param missing what could not be used, and why
   */
  public record Report(int loads, int decisions, List<Damage> missing) {
    public Report {
      missing = List.copyOf(missing);
    }
  }

  /**
   * Empties the graph and fills it again. Interrupted, it is run again.
   *
   * @throws ClewException USAGE when no load is archived, so that nothing would be left
   */
  public Report run() {
    return data.changing(
        () -> {
          Report report = rebuild();
          data.journal().record(store, "rebuild", "");
          return report;
        });
  }

  private Report rebuild() {
    StatementArchive archive = data.statements();
    List<String> names = archive.names();
    if (names.isEmpty()) {
      throw new ClewException(
          Reason.USAGE, "No load is archived in '" + data.root() + "'; the graph stays as it is.");
    }
    List<Claim> decided = decided();
    data.decisions().add(decided);
    List<Damage> missing = new ArrayList<>(data.log().verify());
    writer.clear();
    int loads = 0;
    for (String name : names) {
      try {
        write(archive.read(name));
        loads++;
      } catch (ClewException e) {
        if (e.reason() != Reason.UNREADABLE) {
          throw e;
        }
        missing.add(new Damage("statements/" + name, String.valueOf(e.getMessage())));
      }
    }
    return new Report(loads, data.decisions().apply(claims), missing);
  }

  private void write(Statements statements) {
    String file = statements.header().file();
    listener.reading(file);
    writer.write(
        statements.facts(),
        statements.header().key(),
        (written, total) -> listener.writing(file, written, total),
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
