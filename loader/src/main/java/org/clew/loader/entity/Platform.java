package org.clew.loader.entity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.loader.entity.WebAddress.Asset;
import org.clew.loader.entity.WebAddress.Nothing;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;

/** One platform: how its addresses name accounts, pages and groups, and which handles are legal. */
final class Platform {
  private final String name;
  private final Set<String> reserved;
  private final List<Rule> rules;
  private final Pattern legal;
  private final String legalText;

  Platform(String name, List<String> reserved, List<Rule> rules, String legal, String legalText) {
    this.name = name;
    this.reserved = Set.copyOf(reserved);
    this.rules = List.copyOf(rules);
    this.legal = Pattern.compile(legal);
    this.legalText = legalText;
  }

  /**
   * One way an address can name an asset: the first group of the pattern over path and query is its
   * id or its handle.
   */
  record Rule(Pattern path, EntityKind kind, boolean byId) {
    static Rule of(Map<String, Object> node) {
      boolean byId = node.containsKey("id");
      String kind = String.valueOf(node.get(byId ? "id" : "handle"));
      return new Rule(
          Pattern.compile(String.valueOf(node.get("path")), Pattern.CASE_INSENSITIVE),
          EntityKind.ofIdPrefix(kind).orElseThrow(),
          byId);
    }
  }

  WebAddress read(Urls.Parts url) {
    String path = decode(url.path()).replaceAll("^/+", "").replaceAll("[/\\\\]+$", "");
    String rest = url.query().isEmpty() ? path : path + "?" + decode(url.query());
    String first = rest.replaceFirst("[/?].*", "").toLowerCase(Locale.ROOT);
    for (Rule rule : rules) {
      Matcher matcher = rule.path().matcher(rest);
      if (matcher.matches() && !(reserved.contains(first) && opensWithGroup(matcher))) {
        return asset(rule, matcher.group(1));
      }
    }
    return new Nothing("'" + url + "' names no account, page or group on " + name + ".");
  }

  WebAddress account(String handle) {
    String stripped = handle.strip();
    return asset(
        new Rule(legal, EntityKind.ACCOUNT, false),
        stripped.startsWith("@") ? stripped.substring(1) : stripped);
  }

  private static boolean opensWithGroup(Matcher matcher) {
    return matcher.start(1) == 0;
  }

  private WebAddress asset(Rule rule, String value) {
    if (rule.byId()) {
      return new Asset(id(rule.kind(), value), value);
    }
    if (!legal.matcher(value).matches()) {
      return new Nothing(
          "'" + value + "' is not a legal handle on " + name + ": " + legalText + ".");
    }
    return new Asset(id(rule.kind(), "@" + value.toLowerCase(Locale.ROOT)), "@" + value);
  }

  private EntityId id(EntityKind kind, String local) {
    return new EntityId(kind.idPrefix() + ":" + name + ":" + local);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
