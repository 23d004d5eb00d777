package org.clew.loader.ingest;

import java.util.Locale;
import java.util.Optional;
import org.clew.loader.entity.Hosts;
import org.clew.loader.entity.Urls;
import org.clew.loader.entity.WebAddress;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/** The Information Laundromat's indicators: what kind, its content, and the domain that has it. */
final class LaundromatIndicatorsReader implements FormatReader {
  private static final String TYPE = "indicator_type";
  private static final String CONTENT = "indicator_content";
  private static final String DOMAIN = "domain_name";

  @Override
  public String name() {
    return "laundromat";
  }

  @Override
  public String fills() {
    return "domains and the indicators they use";
  }

  @Override
  public String recognisedBy() {
    return "columns indicator_type, indicator_content, domain_name";
  }

  @Override
  public Grade defaultGrade() {
    return new Grade('B', 2);
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasColumns(TYPE, CONTENT, DOMAIN);
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    CsvTable.read(input, sink, row -> handle(row, new RowFacts(sink, row)));
  }

  private static @Nullable RejectedRow handle(Row row, RowFacts facts) {
    if (!row.has(DOMAIN)) {
      return row.reject(DOMAIN, "The row names no domain that has the indicator.");
    }
    Optional<String> host = host(row.get(DOMAIN));
    if (host.isEmpty()) {
      return row.reject(DOMAIN, "'" + row.get(DOMAIN) + "' is not a host name.");
    }
    EntityId domain = EntityId.domain(host.get());
    String content = row.get(CONTENT);
    String type = row.get(TYPE).toLowerCase(Locale.ROOT);
    String fault =
        type.equals("whois")
            ? Whois.state(domain, content, facts)
            : SiteIndicators.state(domain, type, content, facts);
    if (fault != null) {
      return row.reject(CONTENT, fault);
    }
    facts.domain(host.get());
    return null;
  }

  /** A host, or that of an address, defanged or not. */
  private static Optional<String> host(String text) {
    return WebAddress.of(Urls.refang(text)) instanceof WebAddress.Site site
        ? Optional.of(site.host())
        : Hosts.normalise(text);
  }
}
