package org.clew.loader.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.clew.loader.entity.Slugs;
import org.clew.loader.entity.WebAddress;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.links.Basis;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/** MassMove's list of local news sites in the United States: operator, address, page, account. */
final class MassMoveSitesReader extends MassMoveReader {
  private static final Pattern DIGITS = Pattern.compile("\\d{2,20}");
  private static final Pattern OPERATOR_ADDRESS = Pattern.compile("\\s+-\\s+https?://.*$");

  @Override
  public String fills() {
    return "domains, their operators, addresses, pages and accounts";
  }

  @Override
  public String recognisedBy() {
    return "columns awsOrigin, domain, facebookUrl, siteOperator";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasColumns("awsOrigin", "domain", "facebookUrl", "siteOperator");
  }

  @Override
  @Nullable RejectedRow handle(Row row, RowFacts facts) {
    Optional<String> host = MassMove.host(row, "domain");
    if (host.isEmpty()) {
      return MassMove.noHost(row, "domain");
    }
    EntityId domain = EntityId.domain(host.get());
    facts.entity(domain, row.get("siteName"), attributes(row, facts));
    MassMove.stateAddress(domain, row, "awsOrigin", facts);
    stateOperator(domain, row, facts);
    statePage(domain, row, facts);
    stateAccount(domain, row, facts);
    return null;
  }

  private static Map<String, Object> attributes(Row row, RowFacts facts) {
    Map<String, Object> attributes = new TreeMap<>();
    attributes.put(Attribute.COUNTRY.key(), "US");
    if (row.has("state")) {
      attributes.put(Attribute.REGION.key(), row.get("state"));
    }
    MassMove.putCoordinate(attributes, Attribute.LATITUDE, row, "lat", facts);
    MassMove.putCoordinate(attributes, Attribute.LONGITUDE, row, "lng", facts);
    return attributes;
  }

  private static void stateOperator(EntityId domain, Row row, RowFacts facts) {
    String operator = OPERATOR_ADDRESS.matcher(row.get("siteOperator")).replaceFirst("");
    if (!operator.isBlank()) {
      EntityId organization = EntityId.organization(Slugs.of(operator));
      facts.entity(organization, operator.strip(), Map.of());
      facts.link(organization, LinkType.OPERATES, domain, Basis.REPORTED);
    }
  }

  private static void statePage(EntityId domain, Row row, RowFacts facts) {
    if (!row.has("facebookUrl")) {
      return;
    }
    if (WebAddress.of(row.get("facebookUrl")) instanceof WebAddress.Asset page) {
      Map<String, Object> attributes = new TreeMap<>();
      putCount(attributes, Attribute.FOLLOWERS, row, "facebookFollowers", facts);
      String name = row.has("siteName") ? row.get("siteName") : page.name();
      facts.entity(page.id(), name, attributes);
      facts.link(domain, LinkType.DECLARES, page.id(), Basis.OBSERVED);
    } else {
      facts.rejectValue(
          "facebookUrl", "'" + row.get("facebookUrl") + "' names no page, account or group.");
    }
  }

  private static void stateAccount(EntityId domain, Row row, RowFacts facts) {
    String id = row.get("twitterUserId");
    boolean idKnown = DIGITS.matcher(id).matches();
    if (!id.isEmpty() && !idKnown) {
      facts.rejectValue(
          "twitterUserId", "The account id '" + id + "' was destroyed by a spreadsheet.");
    }
    if (!row.has("twitterUsername")) {
      return;
    }
    WebAddress address = WebAddress.ofHandle("x", row.get("twitterUsername"));
    if (address instanceof WebAddress.Asset handle) {
      EntityId account = idKnown ? EntityId.account("x", id) : handle.id();
      facts.entity(
          account, handle.name(), accountAttributes(row, handle.name().substring(1), facts));
      facts.link(domain, LinkType.DECLARES, account, Basis.OBSERVED);
    } else if (address instanceof WebAddress.Nothing nothing) {
      facts.rejectValue("twitterUsername", nothing.reason());
    }
  }

  private static Map<String, Object> accountAttributes(Row row, String handle, RowFacts facts) {
    Map<String, Object> attributes = new TreeMap<>();
    attributes.put(Attribute.HANDLE.key(), handle);
    PartialDate.tryParse(row.get("twitterAccountCreatedAt"))
        .ifPresent(date -> attributes.put(Attribute.CREATED.key(), date.text()));
    putCount(attributes, Attribute.FOLLOWERS, row, "twitterFollowers", facts);
    putCount(attributes, Attribute.FOLLOWING, row, "twitterFollowing", facts);
    putCount(attributes, Attribute.POSTS, row, "twitterTweets", facts);
    return attributes;
  }

  private static void putCount(
      Map<String, Object> attributes, Attribute key, Row row, String column, RowFacts facts) {
    String text = row.get(column);
    if (text.matches("\\d{1,15}")) {
      attributes.put(key.key(), Long.valueOf(text));
    } else if (!text.isEmpty()) {
      facts.rejectValue(column, "'" + text + "' is not a count.");
    }
  }
}
