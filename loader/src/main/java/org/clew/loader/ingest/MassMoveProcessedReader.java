package org.clew.loader.ingest;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.loader.entity.WebAddress;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.links.Basis;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/** MassMove's processed sites: address and the trackers in each site's code. */
final class MassMoveProcessedReader extends MassMoveReader {
  private static final String GA = "GoogleAnalyticsTrackingId";
  private static final Pattern GA_ID = Pattern.compile("(?i)UA-(\\d{4,10})(?:-\\d+)?");
  private static final Pattern PAGE_ID = Pattern.compile("(?:.*-)?(\\d{6,})");
  private static final Pattern TOKEN = Pattern.compile("[\\w.-]{3,100}");

  @Override
  public String fills() {
    return "domains, their addresses, trackers and accounts";
  }

  @Override
  public String recognisedBy() {
    return "columns domain, ip, GoogleAnalyticsTrackingId, AddThisPubID";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasColumns("domain", "ip", GA, "AddThisPubID");
  }

  @Override
  @Nullable RejectedRow handle(Row row, RowFacts facts) {
    Optional<String> host = MassMove.host(row, "domain");
    if (host.isEmpty()) {
      return MassMove.noHost(row, "domain");
    }
    Map<String, Object> attributes = new TreeMap<>();
    MassMove.putCoordinate(attributes, Attribute.LATITUDE, row, "latitude", facts);
    MassMove.putCoordinate(attributes, Attribute.LONGITUDE, row, "longitude", facts);
    EntityId domain = facts.entity(EntityId.domain(host.get()), host.get(), attributes);
    MassMove.stateAddress(domain, row, "ip", facts);
    stateTracker(domain, row, GA, "tracker/ga", GA_ID, "UA-", facts);
    stateTracker(domain, row, "AddThisPubID", "tracker/addthis", TOKEN, "", facts);
    stateFacebook(domain, row, facts);
    stateAccount(domain, row, facts);
    return null;
  }

  private static void stateTracker(
      EntityId domain,
      Row row,
      String column,
      String kind,
      Pattern shape,
      String prefix,
      RowFacts facts) {
    Matcher matcher = shape.matcher(row.get(column));
    if (matcher.matches()) {
      String value = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
      facts.uses(domain, kind, prefix + value);
    } else if (row.has(column)) {
      facts.rejectValue(column, "'" + row.get(column) + "' is not a " + kind + " value.");
    }
  }

  /** The page a site's code names is no statement of who runs the site, but a shared token. */
  private static void stateFacebook(EntityId domain, Row row, RowFacts facts) {
    String value = row.get("FacebookId");
    Matcher id = PAGE_ID.matcher(value);
    if (id.matches()) {
      facts.uses(domain, "tracker/facebook-pixel", id.group(1));
    } else if (TOKEN.matcher(value).matches()) {
      facts.uses(domain, "tracker/facebook-pixel", "@" + value.toLowerCase(Locale.ROOT));
    } else if (!value.isEmpty()) {
      facts.rejectValue("FacebookId", "'" + value + "' is not a page.");
    }
  }

  private static void stateAccount(EntityId domain, Row row, RowFacts facts) {
    if (!row.has("TwitterId")) {
      return;
    }
    WebAddress address = WebAddress.ofHandle("x", row.get("TwitterId"));
    if (address instanceof WebAddress.Asset account) {
      facts.link(domain, LinkType.DECLARES, facts.asset(account), Basis.OBSERVED);
    } else if (address instanceof WebAddress.Nothing nothing) {
      facts.rejectValue("TwitterId", nothing.reason());
    }
  }
}
