package org.clew.loader.ingest;

import java.util.List;
import java.util.Optional;
import org.clew.model.entity.Attribute;

/** Attribute values as a case file writes them, turned into the type the attribute has. */
final class AttributeValues {
  private AttributeValues() {}

  /** The value, or nothing when the text does not fit the attribute. */
  static Optional<Object> of(Attribute attribute, List<String> texts) {
    if (attribute.type() == Attribute.Type.LIST) {
      return Optional.of(List.copyOf(texts));
    }
    return texts.size() == 1 ? single(attribute, texts.get(0)) : Optional.empty();
  }

  private static Optional<Object> single(Attribute attribute, String text) {
    return switch (attribute.type()) {
      case LONG -> text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
      case DOUBLE ->
          text.matches("-?\\d{1,3}(?:\\.\\d+)?")
              ? Optional.of(Double.valueOf(text))
              : Optional.empty();
      case BOOLEAN ->
          text.matches("true|false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
      default -> fits(attribute, text) ? Optional.of(text) : Optional.empty();
    };
  }

  private static boolean fits(Attribute attribute, String text) {
    return attribute != Attribute.STATE_RELATION
        || text.matches("official|state-controlled|captured|independent|unknown");
  }
}
