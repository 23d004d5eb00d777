package org.clew.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.oas.OpenApi30;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The description of the HTTP interface, and whether something is as it says. */
final class OpenApiDocument {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode root =
      JSON.valueToTree(
          new Yaml().<Object>load(OpenApiDocument.class.getResourceAsStream("/web/openapi.yml")));
  private final JsonSchemaFactory factory =
      JsonSchemaFactory.builder()
          .metaSchema(OpenApi30.getInstance())
          .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
          .build();
  private final Map<JsonNode, JsonSchema> compiled = new HashMap<>();

  /** A method of a path. */
  record Operation(String method, String path, JsonNode described) {
    @Override
    public String toString() {
      return method + " " + path;
    }

    /** The same with all names of variables alike. */
    String shape() {
      return method + " " + path.replaceAll("\\{[^{}]*}", "{}");
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    root.get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue()))));
    return operations;
  }

  /** The parameters of an operation, in that place. */
  List<JsonNode> parameters(Operation operation, String place) {
    List<JsonNode> parameters = new ArrayList<>();
    operation
        .described()
        .path("parameters")
        .forEach(
            parameter -> {
              if (resolve(parameter).get("in").asText().equals(place)) {
                parameters.add(resolve(parameter));
              }
            });
    return parameters;
  }

  /** What a node is, or what it refers to. */
  JsonNode resolve(JsonNode node) {
    JsonNode found = node;
    while (found.has("$ref")) {
      found = root.at(found.get("$ref").asText().substring(1));
    }
    return found;
  }

  /** What is wrong with a JSON document where it should fit a schema; empty where nothing is. */
  List<String> faults(JsonNode schema, JsonNode document) {
    return compiled.computeIfAbsent(schema, this::compile).validate(document).stream()
        .map(Object::toString)
        .toList();
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode whole = JSON.createObjectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", root.get("components"));
    return factory.getSchema(whole);
  }
}
