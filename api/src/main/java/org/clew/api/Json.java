package org.clew.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;

/** The one way in which documents become JSON, for command line and HTTP alike. */
public final class Json {
  private static final ObjectMapper MAPPER = configure(JsonMapper.builder().build());

  private Json() {}

  /** Shapes a mapper's output: ids, kinds, grades and dates are texts; nulls are written. */
  public static ObjectMapper configure(ObjectMapper mapper) {
    return mapper
        .addMixIn(EntityId.class, IdAsText.class)
        .addMixIn(EntityKind.class, LabelAsText.class)
        .addMixIn(Grade.class, AsText.class)
        .addMixIn(PartialDate.class, AsText.class)
        .addMixIn(LocalDate.class, AsText.class)
        .addMixIn(Instant.class, AsText.class)
        .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
  }

  /** The shared mapper. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** A document as indented JSON with a line break at its end. */
  public static String pretty(Object document) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document cannot be written as JSON.", e);
    }
  }

  private interface IdAsText {
    @JsonValue
    String value();
  }

  private interface LabelAsText {
    @JsonValue
    String label();
  }

  private interface AsText {
    @Override
    @JsonValue
    String toString();
  }
}
