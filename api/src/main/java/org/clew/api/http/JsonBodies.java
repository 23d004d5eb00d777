package org.clew.api.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.stream.Collectors;
import org.clew.loader.ingest.Unpaired;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request strictly: what it does not know, it refuses by name. */
final class JsonBodies {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP, Nulls.FAIL))
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private JsonBodies() {}

  static <T> T read(@Nullable String body, Class<T> type) {
    if (body == null || body.isBlank()) {
      throw new ClewException(Reason.USAGE, "The body is empty; it must be a JSON object.");
    }
    ObjectReader reader = MAPPER.readerFor(type);
    try {
      @Nullable T value = reader.readValue(body);
      if (value == null) {
        throw new ClewException(Reason.USAGE, "The body is null; it must be a JSON object.");
      }
      if (body.contains("\\u") && Unpaired.isIn(MAPPER.readTree(body))) {
        throw new ClewException(Reason.USAGE, Unpaired.REASON);
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      String known =
          e.getKnownPropertyIds().stream().map(Object::toString).collect(Collectors.joining(", "));
      throw new ClewException(
          Reason.USAGE,
          "There is no field '" + e.getPropertyName() + "' here; there are: " + known + ".",
          e);
    } catch (JsonMappingException e) {
      throw new ClewException(Reason.USAGE, "The body has a wrong value" + at(e) + ".", e);
    } catch (JsonProcessingException e) {
      throw new ClewException(Reason.USAGE, "The body is not JSON" + at(e) + ".", e);
    }
  }

  private static String at(JsonProcessingException failure) {
    String field =
        failure instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(part -> part.getFieldName() == null ? "" : part.getFieldName())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("."))
            : "";
    if (!field.isEmpty()) {
      return " in '" + field + "'";
    }
    return failure.getLocation() == null
        ? ""
        : " at line "
            + failure.getLocation().getLineNr()
            + ", column "
            + failure.getLocation().getColumnNr();
  }
}
