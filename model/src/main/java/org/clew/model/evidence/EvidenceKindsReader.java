package org.clew.model.evidence;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the table of kinds; whatever is missing, unknown or out of range is an error. */
final class EvidenceKindsReader {
  private static final double DAYS_PER_YEAR = 365.25;
  private static final double DAYS_PER_MONTH = DAYS_PER_YEAR / 12;
  private static final Set<String> KIND_KEYS =
      Set.of(
          "tier",
          "c",
          "halfLife",
          "minDegree",
          "minGrade",
          "else",
          "copyable",
          "directed",
          "towardsStateOnly",
          "personal",
          "sentence");

  private final String name;

  EvidenceKindsReader(String name) {
    this.name = name;
  }

  EvidenceKinds read(InputStream yaml) {
    Map<String, Object> root = map(parse(yaml), "the table");
    Map<String, Object> rest = map(root.get("rest"), "rest");
    EvidenceKinds kinds =
        new EvidenceKinds(
            (int) number(root.get("version"), "version", 1, Integer.MAX_VALUE),
            number(root.get("priorOdds"), "priorOdds", Double.MIN_NORMAL, 1),
            numbers(root.get("otherPriorOdds"), "otherPriorOdds"),
            number(root.get("enterAt"), "enterAt", 0, 0.999),
            number(rest.get("share"), "rest.share", 0, 1),
            number(rest.get("cap"), "rest.cap", 0, 1),
            kinds(map(root.get("kinds"), "kinds"), map(root.get("families"), "families")),
            relations(map(root.get("relations"), "relations")));
    checkReferences(kinds);
    return kinds;
  }

  private @Nullable Object parse(InputStream yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return new Yaml(new SafeConstructor(options))
          .load(new InputStreamReader(yaml, StandardCharsets.UTF_8));
    } catch (YAMLException e) {
      throw new ClewException(Reason.UNREADABLE, name + " is not valid YAML.", e);
    }
  }

  private SortedMap<String, EvidenceKind> kinds(
      Map<String, Object> entries, Map<String, Object> families) {
    SortedMap<String, EvidenceKind> kinds = new TreeMap<>();
    entries.forEach((id, value) -> kinds.put(id, kind(id, map(value, id), families)));
    return kinds;
  }

  private EvidenceKind kind(String id, Map<String, Object> entry, Map<String, Object> families) {
    entry.keySet().stream()
        .filter(key -> !KIND_KEYS.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw fault(id + " has the unknown key '" + key + "'");
            });
    int slash = id.indexOf('/');
    String family = slash < 0 ? id : id.substring(0, slash);
    if (slash < 0 || !families.containsKey(family)) {
      throw fault(id + " belongs to no family");
    }
    double w =
        number(map(families.get(family), family).get("w"), family + ".w", Double.MIN_NORMAL, 10);
    String minGrade = text(entry.get("minGrade"));
    String otherwise = text(entry.get("else"));
    if ((minGrade == null) != (otherwise == null)) {
      throw fault(id + " needs both minGrade and else, or neither");
    }
    String sentence = text(entry.get("sentence"));
    if (sentence == null) {
      throw fault(id + " has no sentence");
    }
    return new EvidenceKind(
        id,
        family,
        (int) number(entry.getOrDefault("tier", 0), id + ".tier", 0, 3),
        number(entry.get("c"), id + ".c", 1, 1e9),
        w,
        halfLife(id, text(entry.get("halfLife"))),
        (int) number(entry.getOrDefault("minDegree", 2), id + ".minDegree", 2, 1e6),
        minGrade == null ? null : Grade.parse(minGrade),
        otherwise,
        flag(entry.get("copyable"), id),
        flag(entry.get("directed"), id),
        flag(entry.get("towardsStateOnly"), id),
        flag(entry.get("personal"), id),
        sentence);
  }

  private double halfLife(String id, @Nullable String text) {
    if (text == null) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      Period period = Period.parse(text);
      double days =
          period.getYears() * DAYS_PER_YEAR
              + period.getMonths() * DAYS_PER_MONTH
              + period.getDays();
      if (days > 0) {
        return days;
      }
    } catch (DateTimeParseException e) {
      throw new ClewException(Reason.UNREADABLE, halfLifeFault(id, text), e);
    }
    throw new ClewException(Reason.UNREADABLE, halfLifeFault(id, text));
  }

  private String halfLifeFault(String id, String text) {
    return name + ": the half-life '" + text + "' of " + id + " is not a period such as P5Y.";
  }

  private SortedMap<LinkType, String> relations(Map<String, Object> entries) {
    SortedMap<LinkType, String> relations = new TreeMap<>();
    entries.forEach(
        (type, kind) ->
            relations.put(
                LinkType.ofName(type)
                    .orElseThrow(() -> fault("'" + type + "' is not a relationship type")),
                String.valueOf(kind)));
    return relations;
  }

  private void checkReferences(EvidenceKinds kinds) {
    for (EvidenceKind kind : kinds.kinds().values()) {
      String otherwise = kind.otherwise();
      if (otherwise != null && !kinds.kinds().containsKey(otherwise)) {
        throw fault(kind.id() + " counts as the unknown kind " + otherwise);
      }
    }
    kinds
        .relations()
        .forEach(
            (type, kind) -> {
              if (!kinds.kinds().containsKey(kind)) {
                throw fault(type + " has the unknown kind " + kind);
              }
            });
  }

  private List<Double> numbers(@Nullable Object value, String what) {
    if (!(value instanceof List<?> list)) {
      throw fault(what + " is not a list of numbers");
    }
    List<Double> numbers = new ArrayList<>();
    list.forEach(each -> numbers.add(number(each, what, Double.MIN_NORMAL, 1)));
    return numbers;
  }

  private double number(@Nullable Object value, String what, double min, double max) {
    if (!(value instanceof Number number)
        || !(number.doubleValue() >= min && number.doubleValue() <= max)) {
      throw fault(what + " is not a number between " + min + " and " + max);
    }
    return number.doubleValue();
  }

  private boolean flag(@Nullable Object value, String id) {
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw fault(id + " has '" + value + "' where true or false is meant");
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private Map<String, Object> map(@Nullable Object value, String what) {
    if (!(value instanceof Map<?, ?> entries)) {
      throw fault(what + " is not a map");
    }
    Map<String, Object> map = new LinkedHashMap<>();
    entries.forEach((key, each) -> map.put(String.valueOf(key), each));
    return map;
  }

  private ClewException fault(String what) {
    return new ClewException(Reason.UNREADABLE, name + ": " + what + ".");
  }
}
