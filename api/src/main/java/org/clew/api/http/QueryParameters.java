package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clew.api.ListDocument;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request. One that the route does not know, that is given twice or that
 * has no sense is refused with a sentence that names it.
 */
final class QueryParameters {
  private final HttpRequest<?> request;

  private QueryParameters(HttpRequest<?> request) {
    this.request = request;
  }

  static QueryParameters of(HttpRequest<?> request, String... known) {
    Set<String> unknown = new TreeSet<>(request.getParameters().names());
    Arrays.asList(known).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw wrong(
          "There is no parameter '"
              + unknown.iterator().next()
              + "' here; "
              + (known.length == 0
                  ? "there are none."
                  : "there are: " + join(List.of(known)) + "."));
    }
    return new QueryParameters(request);
  }

  /** The text of a parameter; null where it is missing or blank. */
  @Nullable String text(String name) {
    List<String> values = request.getParameters().getAll(name);
    if (values.size() > 1) {
      throw wrong("The parameter '" + name + "' may stand only once.");
    }
    return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0);
  }

  /** The texts of a parameter that may be repeated, since ids may contain commas. */
  List<String> texts(String name) {
    return request.getParameters().getAll(name).stream().filter(text -> !text.isBlank()).toList();
  }

  /** A whole number from a range. */
  int number(String name, int whenMissing, int least, int most) {
    String text = text(name);
    if (text == null) {
      return whenMissing;
    }
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw notInRange(name, text, least, most, e);
    }
    throw notInRange(name, text, least, most, null);
  }

  /** How many items go on a page. */
  int limit() {
    return number("limit", ListDocument.DEFAULT_LIMIT, 1, ListDocument.MAX_LIMIT);
  }

  @Nullable String cursor() {
    return text("cursor");
  }

  @Nullable EntityKind kind() {
    String text = text("kind");
    if (text == null) {
      return null;
    }
    return Arrays.stream(EntityKind.values())
        .filter(kind -> kind.label().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "There is no kind '"
                        + text
                        + "'; there are: "
                        + join(Arrays.stream(EntityKind.values()).map(EntityKind::label).toList())
                        + "."));
  }

  /** Link types, repeated or separated by commas; empty for any. */
  Set<LinkType> types() {
    Set<LinkType> types = new LinkedHashSet<>();
    for (String value : request.getParameters().getAll("type")) {
      for (String name : value.split(",", -1)) {
        if (!name.isBlank()) {
          types.add(type(name));
        }
      }
    }
    return types;
  }

  @Nullable PartialDate date(String name) {
    String text = text(name);
    return text == null ? null : new PartialDate(text.strip());
  }

  /** One of some words, in lower case. */
  String word(String name, String whenMissing, String... words) {
    String text = text(name);
    if (text == null) {
      return whenMissing;
    }
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (!Arrays.asList(words).contains(word)) {
      throw wrong(
          "'" + text + "' is not a " + name + "; write one of: " + join(List.of(words)) + ".");
    }
    return word;
  }

  /** One of an enum's names, whatever its case; null where it is missing. */
  <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "The parameter '"
                        + name
                        + "' is '"
                        + text
                        + "'; write one of: "
                        + join(List.of(type.getEnumConstants()))
                        + "."));
  }

  /** The link type of that name, whatever its case. */
  static LinkType type(String name) {
    return LinkType.ofName(name.strip().toUpperCase(Locale.ROOT))
        .orElseThrow(
            () ->
                wrong(
                    "There is no link type '"
                        + name
                        + "'; there are: "
                        + join(List.of(LinkType.values()))
                        + "."));
  }

  private static ClewException notInRange(
      String name, String text, int least, int most, @Nullable Exception cause) {
    String sentence =
        "The parameter '"
            + name
            + "' is '"
            + text
            + "'; it must be a whole number from "
            + least
            + " to "
            + most
            + ".";
    return cause == null ? wrong(sentence) : new ClewException(Reason.USAGE, sentence, cause);
  }

  private static ClewException wrong(String sentence) {
    return new ClewException(Reason.USAGE, sentence);
  }

  private static String join(List<?> names) {
    return names.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
