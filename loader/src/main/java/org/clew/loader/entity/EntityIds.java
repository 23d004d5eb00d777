package org.clew.loader.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.EvidenceKind;
import org.clew.model.evidence.EvidenceKinds;

/** The ids that people write, in full or in short: in case files and on the command line. */
public final class EntityIds {
  private static final String SOURCE = "source:";
  private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]*");

  private EntityIds() {}

  /**
   * An id in the form that readers give it: hosts in ASCII, handles and platforms in lower case,
   * the state's code in upper case, the indicator's value as its kind has it. What cannot be
   * normalised stays as it is.
   */
  public static EntityId normal(EntityId id) {
    return switch (id.kind()) {
      case DOMAIN -> Hosts.normalise(id.local()).map(EntityId::domain).orElse(id);
      case STATE -> EntityId.state(id.local());
      case MEDIA_OUTLET -> new EntityId(id.value().toLowerCase(Locale.ROOT));
      case ACCOUNT, PAGE, GROUP -> normalAsset(id);
      case INDICATOR -> normalIndicator(id);
      default -> id;
    };
  }

  /**
   * A source's id, with or without its prefix.
   *
   * @throws ClewException USAGE when it cannot be one
   */
  public static EntityId source(String text) {
    String slug = text.startsWith(SOURCE) ? text.substring(SOURCE.length()) : text;
    if (!SLUG.matcher(slug).matches()) {
      throw new ClewException(
          Reason.USAGE, "'" + text + "' is not a source's id: letters, digits, dots and hyphens.");
    }
    return EntityId.source(slug);
  }

  /**
   * The id of an entity, normalised; its host must be one, its indicator's kind known.
   *
   * @throws ClewException USAGE when it is none, or a source
   */
  public static EntityId entity(String text) {
    EntityId id = new EntityId(text);
    return switch (id.kind()) {
      case SOURCE ->
          throw new ClewException(Reason.USAGE, "'" + text + "' is a source; list it as one.");
      case DOMAIN ->
          Hosts.normalise(Urls.refang(id.local()))
              .map(EntityId::domain)
              .orElseThrow(
                  () ->
                      new ClewException(Reason.USAGE, "'" + id.local() + "' is not a host name."));
      case STATE -> EntityId.state(Countries.code(id.local()).orElse(id.local()));
      case MEDIA_OUTLET, ORGANIZATION, CLUSTER ->
          normal(new EntityId(id.value().strip().replaceAll("\\s+", "-")));
      case INDICATOR -> indicator(id);
      case ACCOUNT, PAGE, GROUP -> asset(id);
      default -> normal(id);
    };
  }

  /**
   * An entity by its id, host or web address.
   *
   * @throws ClewException USAGE when it is none of them
   */
  public static EntityId end(String text) {
    int colon = text.indexOf(':');
    if (colon > 0 && EntityKind.ofIdPrefix(text.substring(0, colon)).isPresent()) {
      return entity(text);
    }
    WebAddress address = WebAddress.of(Urls.refang(text));
    if (address instanceof WebAddress.Asset asset) {
      return asset.id();
    }
    if (address instanceof WebAddress.Site site) {
      return EntityId.domain(site.host());
    }
    if (WebAddress.EMAIL.matcher(text.strip()).matches()) {
      throw new ClewException(
          Reason.USAGE,
          "'" + text + "' is an e-mail address; write indicator:registration/email: before it.");
    }
    throw new ClewException(
        Reason.USAGE,
        "'"
            + text
            + "' is not an id, a host or a web address; ids look like domain:example.org or"
            + " outlet:ir:press-tv.");
  }

  private static EntityId indicator(EntityId id) {
    int colon = id.local().indexOf(':');
    String kind = colon < 0 ? id.local() : id.local().substring(0, colon);
    if (colon < 0
        || colon == id.local().length() - 1
        || EvidenceKinds.builtIn().find(kind).isEmpty()) {
      throw new ClewException(
          Reason.USAGE,
          "'"
              + id
              + "' is not an indicator of a known kind, as in indicator:tracker/ga:UA-1234."
              + meant(kind));
    }
    return normal(id);
  }

  private static String meant(String kind) {
    List<String> known =
        EvidenceKinds.builtIn().kinds().values().stream().map(EvidenceKind::id).sorted().toList();
    Optional<String> same = known.stream().filter(id -> id.endsWith("/" + kind)).findFirst();
    if (same.isPresent()) {
      return " Did you mean indicator:" + same.get() + ":…?";
    }
    String family = kind.substring(0, kind.indexOf('/') + 1);
    String alike =
        known.stream()
            .filter(id -> !family.isEmpty() && id.startsWith(family))
            .collect(Collectors.joining(", "));
    return alike.isEmpty() ? "" : " Kinds like it are " + alike + ".";
  }

  private static EntityId asset(EntityId id) {
    int colon = id.local().indexOf(':');
    if (colon <= 0 || colon == id.local().length() - 1) {
      throw new ClewException(
          Reason.USAGE, "'" + id + "' names no platform, as in account:x:@handle.");
    }
    return normal(id);
  }

  private static EntityId normalAsset(EntityId id) {
    int colon = id.local().indexOf(':');
    String written = id.local().substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
    String platform = written.equals("twitter") ? "x" : written;
    String local = id.local().substring(colon + 1);
    return colon < 0
        ? id
        : new EntityId(
            id.kind().idPrefix()
                + ":"
                + platform
                + ":"
                + (local.startsWith("@") ? local.toLowerCase(Locale.ROOT) : local));
  }

  private static EntityId normalIndicator(EntityId id) {
    int colon = id.local().indexOf(':');
    return colon < 0 || colon == id.local().length() - 1
        ? id
        : indicator(id.local().substring(0, colon), id.local().substring(colon + 1));
  }

  private static EntityId indicator(String kind, String value) {
    return EntityId.indicator(kind, IndicatorValues.normal(kind, value));
  }
}
