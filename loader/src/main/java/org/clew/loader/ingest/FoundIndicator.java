package org.clew.loader.ingest;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.loader.entity.Hosts;
import org.clew.loader.entity.IndicatorValues;
import org.clew.loader.entity.IpAddresses;
import org.clew.loader.entity.NoiseList;
import org.clew.loader.entity.Urls;
import org.clew.loader.entity.WebAddress;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;

/**
 * What a cell of an indicator file names.
 *
 * @param id the entity
 * @param name its name
 */
record FoundIndicator(EntityId id, String name) {
  private static final Splitter PARTS = Splitter.onPattern("[\\s,;]+").omitEmptyStrings();
  private static final String HASH_KIND = "software/file-hash";
  private static final String APP_KIND = "software/app-id";
  private static final Pattern HASH = Pattern.compile("(?i)[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}");
  private static final Pattern IP =
      Pattern.compile(
          "((?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d))(?::\\d+)?");
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern PLAY =
      Pattern.compile("play\\.google\\.com/store/apps/details\\?(?:.*&)?id=([\\w.]+).*");
  private static final Pattern APPLE =
      Pattern.compile("(?:apps|itunes)\\.apple\\.com/.*?/?id(\\d+).*");
  private static final Pattern DEFANGED =
      Pattern.compile("(?i)\\[\\.\\]|\\(\\.\\)|\\[dot\\]|\\[at\\]|^h(?:xx|tt)ps?:");
  private static final Pattern PACKAGE = Pattern.compile("[A-Za-z]\\w*(?:\\.\\w+)+");

  /** What a cell of a typed file names. */
  static List<FoundIndicator> ofType(String type, String value) {
    return switch (type) {
      case "android_package_name" ->
          PACKAGE.matcher(value).matches() ? app("android:" + value).stream().toList() : List.of();
      case "ios_app_id" ->
          value.matches("\\d{6,12}") ? app("ios:" + value).stream().toList() : List.of();
      default -> allIn(value);
    };
  }

  /**
   * What a text names: the whole of it, or its first word where that is marked as an address by
   * defanging or scheme and prose follows. Any other prose names nothing.
   */
  static Optional<FoundIndicator> in(String text) {
    String stripped = text.strip();
    String[] words = Urls.refang(stripped).split("\\s+", 2);
    boolean marked = DEFANGED.matcher(stripped.split("\\s+", 2)[0]).find();
    if (words[0].isEmpty() || (words.length > 1 && !marked)) {
      return Optional.empty();
    }
    return ofWord(words[0].replaceAll("[,;)\\]\"']+$", ""));
  }

  /** What a text names, several where each of its parts is marked as an address by itself. */
  static List<FoundIndicator> allIn(String text) {
    List<FoundIndicator> all = new ArrayList<>();
    for (String part : PARTS.split(text)) {
      Optional<FoundIndicator> found = DEFANGED.matcher(part).find() ? in(part) : Optional.empty();
      if (found.isEmpty()) {
        return in(text).map(List::of).orElse(List.of());
      }
      all.add(found.get());
    }
    return all;
  }

  /** Why a text names nothing, in a sentence that begins in lower case or with what it names. */
  static String whyNot(String text) {
    String address = Urls.refang(text);
    boolean single = !address.isEmpty() && address.split("\\s+", 2).length == 1;
    return single
            && Urls.normalise(address).isPresent()
            && WebAddress.of(address) instanceof WebAddress.Nothing nothing
        ? nothing.reason()
        : "the text names no address, account or value.";
  }

  /** Whether it can tie a network together: not a shortener, platform, store or petition site. */
  boolean isOfItsOwn() {
    return id.kind() != EntityKind.DOMAIN || NoiseList.builtIn().host(id.local()).isEmpty();
  }

  /** Whether it is the address of a tenant on a blog host. */
  boolean isRented() {
    return id.kind() == EntityKind.DOMAIN && Hosts.isTenant(id.local());
  }

  private static Optional<FoundIndicator> ofWord(String word) {
    Optional<String> address = IpAddresses.normalise(word);
    if (address.isPresent()) {
      return indicator("hosting/ip", address.get());
    }
    Matcher ip = IP.matcher(word);
    if (ip.matches()) {
      return indicator("hosting/ip", ip.group(1));
    }
    if (HASH.matcher(word).matches()) {
      return indicator(HASH_KIND, word);
    }
    if (EMAIL.matcher(word).matches()) {
      return indicator("registration/email", word);
    }
    Optional<FoundIndicator> app = Urls.normalise(word).flatMap(FoundIndicator::inStore);
    return app.isPresent() ? app : address(word);
  }

  private static Optional<FoundIndicator> inStore(String url) {
    Matcher play = PLAY.matcher(url);
    if (play.matches()) {
      return app("android:" + play.group(1));
    }
    Matcher apple = APPLE.matcher(url);
    return apple.matches() ? app("ios:" + apple.group(1)) : Optional.empty();
  }

  private static Optional<FoundIndicator> address(String word) {
    WebAddress address = WebAddress.of(word);
    if (address instanceof WebAddress.Asset asset) {
      return Optional.of(new FoundIndicator(asset.id(), asset.name()));
    }
    return address instanceof WebAddress.Site site
        ? Optional.of(new FoundIndicator(EntityId.domain(site.host()), site.host()))
        : Optional.empty();
  }

  private static Optional<FoundIndicator> app(String value) {
    return indicator(APP_KIND, value);
  }

  private static Optional<FoundIndicator> indicator(String kind, String value) {
    String normal = IndicatorValues.normal(kind, value);
    return Optional.of(new FoundIndicator(EntityId.indicator(kind, normal), normal));
  }
}
