package org.clew.api.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.clew.api.Json;
import org.clew.api.ListDocument;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/** Which fields of a document a request asks for, where it does not want all. */
final class FieldChoice {
  /** The parameter that names them, separated by commas. */
  static final String PARAMETER = "fields";

  private final Set<String> fields;

  private FieldChoice(Set<String> fields) {
    this.fields = fields;
  }

  /**
   * The choice of a request.
   *
   * @throws ClewException USAGE when documents of that type lack a field it names
   */
  static FieldChoice of(QueryParameters query, Class<? extends Record> type) {
    String text = query.text(PARAMETER);
    return of(text == null ? null : Arrays.asList(text.split(",", -1)), type);
  }

  /** The same for names in a body; null for all fields. */
  static FieldChoice of(@Nullable Collection<String> names, Class<? extends Record> type) {
    List<String> known = names(type);
    Set<String> fields = new LinkedHashSet<>();
    for (String name : names == null ? List.<String>of() : names) {
      if (!known.contains(name.strip())) {
        throw new ClewException(
            Reason.USAGE,
            "There is no field '"
                + name.strip()
                + "' here; there are: "
                + String.join(", ", known)
                + ".");
      }
      fields.add(name.strip());
    }
    return new FieldChoice(fields);
  }

  /** The fields chosen, or all that documents of a type have, in their order. */
  List<String> namesOr(Class<? extends Record> type) {
    return names(type).stream().filter(n -> fields.isEmpty() || fields.contains(n)).toList();
  }

  private static List<String> names(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).flatMap(FieldChoice::names).toList();
  }

  private static Stream<String> names(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
        ? names(component.getType().asSubclass(Record.class)).stream()
        : Stream.of(component.getName());
  }

  /** The document with the fields chosen. */
  Object in(Object document) {
    if (fields.isEmpty()) {
      return document;
    }
    ObjectNode all = Json.mapper().valueToTree(document);
    return all.retain(fields);
  }

  /** The page, its items with the fields chosen. */
  ListDocument<?> inItems(ListDocument<?> page) {
    @Nullable Map<String, String> truncated = page.truncated();
    return fields.isEmpty()
        ? page
        : new ListDocument<>(
            page.items().stream().map(item -> in((Object) item)).toList(), page.next(), truncated);
  }
}
