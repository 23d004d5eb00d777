package org.clew.loader.entity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clew.model.entity.EntityId;

/**
 * What a web address names: an account, page or group where its host is a platform, else a site; or
 * nothing, with the reason.
 */
public sealed interface WebAddress {
  /** A mailbox, whose host is not what it names. */
  Pattern EMAIL = Pattern.compile("[^\\s/@:?#]+@[^\\s/@:?#]+");

  /** An address whose host is an IPv4 or IPv6 address. */
  Pattern NUMERIC =
      Pattern.compile(
          "(?i)(?:https?:)?/{0,2}(?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-f:.]+\\])(?:[:/?#].*)?");

  /**
   * An account, page or group on a platform.
   *
   * @param id by the platform's own id where the address gives it, else by the handle
   * @param name the handle or id as it stands in the address
   */
  record Asset(EntityId id, String name) implements WebAddress {}

  /**
   * A site.
   *
   * @param host its normalised host
   * @param url the normalised address
   */
  record Site(String host, String url) implements WebAddress {}

  /**
   * No site and no asset.
   *
   * @param reason one sentence
   */
  record Nothing(String reason) implements WebAddress {}

  /** Reads an address or a bare host; a missing scheme is no fault, defanged text is. */
  static WebAddress of(String text) {
    if (text.indexOf('@') >= 0 && EMAIL.matcher(text.strip()).matches()) {
      return new Nothing("'" + text.strip() + "' is an e-mail address and not a web address.");
    }
    Optional<Urls.Parts> parts = Urls.parse(text);
    if (parts.isEmpty()) {
      return new Nothing(
          "'"
              + text.strip()
              + (NUMERIC.matcher(text.strip()).matches()
                  ? "' is on an IP address and not on a host with a name."
                  : "' is not a web address."));
    }
    Urls.Parts url = parts.get();
    return Platforms.onHost(url.host())
        .map(platform -> platform.read(url))
        .orElseGet(() -> new Site(url.host(), url.toString()));
  }

  /** Reads a handle on a platform, with or without the at sign. */
  static WebAddress ofHandle(String platform, String handle) {
    return Platforms.named(platform).account(handle);
  }
}
