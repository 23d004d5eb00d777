package org.clew.loader.ingest;

import java.util.Locale;
import java.util.regex.Pattern;
import org.clew.loader.entity.Hosts;
import org.clew.loader.entity.WebAddress;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.EvidenceKinds;

/** The ids that a case file writes, in full or in short. */
final class CaseIds {
  private static final String SOURCE = "source:";
  private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]*");

  private CaseIds() {}

  /** A source's id, with or without its prefix. */
  static EntityId source(String text) {
    String slug = text.startsWith(SOURCE) ? text.substring(SOURCE.length()) : text;
    if (!SLUG.matcher(slug).matches()) {
      throw new ClewException(
          Reason.USAGE, "'" + text + "' is not a source's id: letters, digits, dots and hyphens.");
    }
    return EntityId.source(slug);
  }

  /** The id of an entity; a host in it is normalised, an indicator's kind must be known. */
  static EntityId entity(String text) {
    EntityId id = new EntityId(text);
    return switch (id.kind()) {
      case SOURCE ->
          throw new ClewException(Reason.USAGE, "'" + text + "' is a source; list it as one.");
      case DOMAIN ->
          Hosts.normalise(id.local())
              .map(EntityId::domain)
              .orElseThrow(
                  () ->
                      new ClewException(Reason.USAGE, "'" + id.local() + "' is not a host name."));
      case INDICATOR -> indicator(id);
      case ACCOUNT, PAGE, GROUP -> asset(id);
      default -> id;
    };
  }

  /** The end of a link: an id, a host or a web address. */
  static EntityId end(String text) {
    int colon = text.indexOf(':');
    if (colon > 0 && EntityKind.ofIdPrefix(text.substring(0, colon)).isPresent()) {
      return entity(text);
    }
    WebAddress address = WebAddress.of(text);
    if (address instanceof WebAddress.Asset asset) {
      return asset.id();
    }
    if (address instanceof WebAddress.Site site) {
      return EntityId.domain(site.host());
    }
    throw new ClewException(
        Reason.USAGE, "'" + text + "' is neither an id nor a host nor a web address.");
  }

  private static EntityId indicator(EntityId id) {
    int colon = id.local().indexOf(':');
    String kind = colon < 0 ? id.local() : id.local().substring(0, colon);
    if (colon < 0
        || colon == id.local().length() - 1
        || EvidenceKinds.builtIn().find(kind).isEmpty()) {
      throw new ClewException(
          Reason.USAGE,
          "'" + id + "' is not an indicator of a known kind, as in indicator:tracker/ga:UA-1234.");
    }
    return id;
  }

  private static EntityId asset(EntityId id) {
    int colon = id.local().indexOf(':');
    if (colon <= 0 || colon == id.local().length() - 1) {
      throw new ClewException(
          Reason.USAGE, "'" + id + "' names no platform, as in account:x:@handle.");
    }
    String platform = id.local().substring(0, colon);
    String local = id.local().substring(colon + 1);
    return local.startsWith("@")
        ? new EntityId(id.kind().idPrefix() + ":" + platform + ":" + local.toLowerCase(Locale.ROOT))
        : id;
  }
}
