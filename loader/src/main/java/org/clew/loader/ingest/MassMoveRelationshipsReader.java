package org.clew.loader.ingest;

import java.util.Optional;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.links.Basis;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/** MassMove's cross promotion: which site names which other as a publication of the same house. */
final class MassMoveRelationshipsReader extends MassMoveReader {
  private static final String FROM = "originDomain";
  private static final String TO = "otherPublicationDomain";

  @Override
  public String fills() {
    return "links between domains";
  }

  @Override
  public String recognisedBy() {
    return "columns originDomain, otherPublicationDomain";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasColumns(FROM, TO);
  }

  @Override
  @Nullable RejectedRow handle(Row row, RowFacts facts) {
    Optional<String> from = MassMove.host(row, FROM);
    Optional<String> to = MassMove.host(row, TO);
    if (from.isEmpty() || to.isEmpty()) {
      return MassMove.noHost(row, from.isEmpty() ? FROM : TO);
    }
    if (from.equals(to)) {
      return row.reject(TO, "The site links to itself.");
    }
    facts.link(facts.domain(from.get()), LinkType.LINKS_TO, facts.domain(to.get()), Basis.OBSERVED);
    return null;
  }
}
