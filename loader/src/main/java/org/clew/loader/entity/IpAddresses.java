package org.clew.loader.entity;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses in their normal form; nothing is looked up. */
public final class IpAddresses {
  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private IpAddresses() {}

  /** The address, IPv6 in its short form (RFC 5952), or nothing when the text is none. */
  public static Optional<String> normalise(String text) {
    if (V4.matcher(text).matches()) {
      return Optional.of(text);
    }
    return V6.matcher(text).matches()
            && InetAddresses.isInetAddress(text)
            && InetAddresses.forString(text) instanceof Inet6Address address
        ? Optional.of(InetAddresses.toAddrString(address).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
