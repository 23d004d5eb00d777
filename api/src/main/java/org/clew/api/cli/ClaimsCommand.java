package org.clew.api.cli;

import java.util.ArrayList;
import java.util.List;
import org.clew.api.Cursors;
import org.clew.api.ListDocument;
import org.clew.api.claim.ClaimDocument;
import org.clew.cypher.claim.Claims;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.claim.Claim;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "claims",
    description =
        "Lists claims that two entities are the same; 'claims accept ID' and 'claims reject ID'"
            + " record a decision.")
final class ClaimsCommand extends GraphCommand {
  /** What can be decided. */
  enum Decision {
    accept(Claim.Status.ACCEPTED),
    reject(Claim.Status.REJECTED);

    private final Claim.Status status;

    Decision(Claim.Status status) {
      this.status = status;
    }
  }

  @Parameters(index = "0", arity = "0..1", paramLabel = "accept|reject", description = "Decides.")
  private @Nullable Decision decision;

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "ID", description = "Of the claims.")
  private List<String> ids = List.of();

  @Option(names = "--limit", description = "Claims on a page, at most 1,000.")
  private int limit = ListDocument.DEFAULT_LIMIT;

  @Option(names = "--cursor", description = "Goes on where a page ended.")
  private @Nullable String cursor;

  ClaimsCommand(CommandContext context) {
    super(context);
  }

  @Override
  @Nullable String change() {
    return decision == null ? null : decision + " " + String.join(" ", ids);
  }

  @Override
  public Integer call() {
    try (GraphStore store = openGraph()) {
      Claims claims = new Claims(store);
      print(decision == null ? page(claims) : decide(store, claims, decision), this::text);
      return DONE;
    }
  }

  private ListDocument<ClaimDocument> page(Claims claims) {
    ListDocument.requireLimit(limit);
    List<ClaimDocument> found =
        claims.list(Cursors.position(cursor), limit + 1).stream().map(ClaimDocument::of).toList();
    return ListDocument.page(found, limit, last -> Cursors.of(last.id()));
  }

  private ListDocument<ClaimDocument> decide(GraphStore store, Claims claims, Decision taken) {
    if (ids.isEmpty()) {
      throw new ClewException(Reason.USAGE, "Say which claims; 'clew claims' lists their ids.");
    }
    for (String id : ids) {
      if (claims.find(id).isEmpty()) {
        throw new ClewException(
            Reason.NOT_FOUND, "There is no claim '" + id + "'; nothing was decided.");
      }
    }
    List<Claim> decided = new ArrayList<>();
    for (String id : ids) {
      DataFolder folder = new DataFolder(data());
      decided.add(
          folder.changing(
              () -> {
                Claim claim = claims.decide(id, taken.status);
                folder.decisions().add(List.of(claim));
                folder.journal().record(store, "claims " + taken.name(), id);
                return claim;
              }));
    }
    return new ListDocument<>(decided.stream().map(ClaimDocument::of).toList(), null, null);
  }

  private void text(ListDocument<ClaimDocument> page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("CLAIM", "STATUS", "FROM", "TO", "REASON"));
    page.items()
        .forEach(
            claim ->
                rows.add(
                    List.of(
                        claim.id(),
                        claim.status(),
                        claim.from().value(),
                        claim.to().value(),
                        claim.reason())));
    line(Printing.table(rows));
    if (page.next() != null) {
      line("More: --cursor " + page.next());
    }
  }
}
