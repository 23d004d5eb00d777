package org.clew.loader.ingest;

import java.util.Map;
import org.clew.loader.entity.Slugs;
import org.clew.loader.entity.Urls;
import org.clew.loader.entity.WebAddress;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.links.Basis;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/**
 * The Information Laundromat's sites of concern: who put which site on a list. A label such as "RT
 * Mirror" is a reported claim and never evidence, so the site is MEMBER_OF the list's cluster and
 * not IN_CLUSTER: no chain starts from it.
 */
final class LaundromatSitesReader implements FormatReader {
  @Override
  public String name() {
    return "laundromat";
  }

  @Override
  public String fills() {
    return "domains and the lists that others put them on";
  }

  @Override
  public String recognisedBy() {
    return "columns Threat Actor, Domain, Name, Source";
  }

  @Override
  public Grade defaultGrade() {
    return new Grade('D', 4);
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasColumns("Threat Actor", "Domain", "Name", "Source");
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    CsvTable.read(input, sink, row -> handle(row, new RowFacts(sink, row)));
  }

  private static @Nullable RejectedRow handle(Row row, RowFacts facts) {
    WebAddress address = WebAddress.of(Urls.refang(row.get("Domain")));
    if (address instanceof WebAddress.Nothing nothing) {
      return row.reject("Domain", nothing.reason());
    }
    EntityId site =
        address instanceof WebAddress.Asset asset
            ? facts.asset(asset)
            : facts.entity(
                EntityId.domain(((WebAddress.Site) address).host()), row.get("Name"), Map.of());
    if (!row.has("Source") && !row.has("Threat Actor")) {
      return null;
    }
    String label =
        row.has("Threat Actor")
            ? (row.get("Source") + " " + row.get("Threat Actor")).strip()
            : row.get("Source");
    EntityId list = EntityId.cluster("label", Slugs.of(label));
    facts.entity(list, label, Map.of(Attribute.DETECTOR.key(), "label"));
    facts.link(
        site, LinkType.MEMBER_OF, list, Basis.REPORTED, null, "Put on the list '" + label + "'.");
    return null;
  }
}
