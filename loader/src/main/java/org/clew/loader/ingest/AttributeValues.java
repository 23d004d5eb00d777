package org.clew.loader.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clew.loader.entity.Countries;
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
          text.matches("(?i)true|false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
      default -> word(attribute, text);
    };
  }

  /** Countries by their code, whatever name they are written with; a state relation by its word. */
  private static Optional<Object> word(Attribute attribute, String text) {
    if (attribute == Attribute.COUNTRY) {
      return Optional.of(Countries.code(text).orElse(text));
    }
    if (attribute != Attribute.STATE_RELATION) {
      return Optional.of(text);
    }
    String word = text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
    return word.matches("official|state-controlled|captured|independent|unknown")
        ? Optional.of(word)
        : Optional.empty();
  }
}
