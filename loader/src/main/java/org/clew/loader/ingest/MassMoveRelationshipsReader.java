package org.clew.loader.ingest;

import java.util.Optional;
import org.clew.loader.entity.Hosts;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.links.Basis;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/** MassMove's cross promotion: which site names which other as a publication of the same house. */
final class MassMoveRelationshipsReader implements FormatReader {
  private static final String FROM = "originDomain";
  private static final String TO = "otherPublicationDomain";

  @Override
  public String name() {
    return "massmove";
  }

  @Override
  public String fills() {
    return "links between domains";
  }

  @Override
  public String recognisedBy() {
    return "columns originDomain, otherPublicationDomain";
  }

  @Override
  public Grade defaultGrade() {
    return new Grade('C', 3);
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasColumns(FROM, TO);
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    CsvTable.read(input, sink, row -> handle(row, new RowFacts(sink, row)));
  }

  private static @Nullable RejectedRow handle(Row row, RowFacts facts) {
    Optional<String> from = Hosts.normalise(row.get(FROM));
    Optional<String> to = Hosts.normalise(row.get(TO));
    if (from.isEmpty() || to.isEmpty()) {
      String column = from.isEmpty() ? FROM : TO;
      return row.reject(column, "'" + row.get(column) + "' is not a host name.");
    }
    if (from.equals(to)) {
      return row.reject(TO, "The site links to itself.");
    }
    facts.link(facts.domain(from.get()), LinkType.LINKS_TO, facts.domain(to.get()), Basis.OBSERVED);
    return null;
  }
}
