package org.clew.api.export;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What STIX 2.1 (OASIS Standard, 10 June 2021) demands of the objects Clew writes: section 3 for
 * all, sections 4 to 7 for each type. Each broken rule is a sentence.
 */
final class StixRules {
  private static final Pattern ID =
      Pattern.compile("[a-z0-9][a-z0-9-]{1,248}[a-z0-9]--[0-9a-f-]{36}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{3,250}");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,250}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?Z");
  private static final Set<String> SHORT_NAMES = Set.of("id", "as");

  private static final Set<String> COMMON =
      Set.of(
          "type",
          "spec_version",
          "id",
          "created_by_ref",
          "created",
          "modified",
          "revoked",
          "labels",
          "confidence",
          "lang",
          "external_references",
          "object_marking_refs",
          "granular_markings",
          "extensions");

  /** For each type the properties it must have, beside those of all. */
  private static final Map<String, Set<String>> REQUIRED =
      Map.ofEntries(
          entry("identity", Set.of("created", "modified", "name")),
          entry("campaign", Set.of("created", "modified", "name")),
          entry("infrastructure", Set.of("created", "modified", "name")),
          entry("grouping", Set.of("created", "modified", "context", "object_refs")),
          entry("note", Set.of("created", "modified", "content", "object_refs")),
          entry(
              "relationship",
              Set.of("created", "modified", "relationship_type", "source_ref", "target_ref")),
          entry("marking-definition", Set.of("created")),
          entry(
              "extension-definition",
              Set.of(
                  "created_by_ref",
                  "created",
                  "modified",
                  "name",
                  "schema",
                  "version",
                  "extension_types")),
          entry("user-account", Set.of()),
          entry("domain-name", Set.of("value")),
          entry("url", Set.of("value")),
          entry("clew-source", Set.of("created", "modified")),
          entry("clew-artifact", Set.of()));

  /** For each type the properties it may have beside these and those of all. */
  private static final Map<String, Set<String>> OPTIONAL =
      Map.ofEntries(
          entry(
              "identity",
              Set.of("description", "roles", "identity_class", "sectors", "contact_information")),
          entry(
              "campaign", Set.of("description", "aliases", "first_seen", "last_seen", "objective")),
          entry("infrastructure", Set.of("description", "infrastructure_types")),
          entry("grouping", Set.of("name", "description")),
          entry("note", Set.of("abstract", "authors")),
          entry("relationship", Set.of("description", "start_time", "stop_time")),
          entry("marking-definition", Set.of("name", "definition_type", "definition")),
          entry("extension-definition", Set.of("description")),
          entry(
              "user-account",
              Set.of(
                  "account_type", "user_id", "account_login", "display_name", "account_created")),
          entry("clew-source", Set.of("name")));

  /** OASIS publishes it beside the standard; bundles refer to it without holding it. */
  private static final String TLP_2 = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

  /** A relationship joins neither relationships nor what says something of a bundle. */
  private static final Set<String> NO_ENDS =
      Set.of("relationship", "marking-definition", "extension-definition", "bundle");

  /** The marking definitions that the standard fixes. */
  private static final Map<String, String> TLP_1 =
      Map.of(
          "white", "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
          "green", "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",
          "amber", "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
          "red", "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed");

  /** Cyber-observables have no times of their own. */
  private static final Set<String> OBSERVABLES =
      Set.of("user-account", "domain-name", "url", "clew-artifact");

  private final List<String> broken = new ArrayList<>();
  private final Map<String, String> types = new HashMap<>();

  private StixRules() {}

  /** The rules that a bundle breaks. */
  static List<String> brokenBy(JsonNode bundle) {
    StixRules rules = new StixRules();
    rules.bundle(bundle);
    return rules.broken;
  }

  private void bundle(JsonNode bundle) {
    require(bundle.path("type").asText().equals("bundle"), "The type of a bundle is bundle.");
    String own = bundle.path("id").asText();
    require(own.startsWith("bundle--") && isId(own), "A bundle has a bundle's id.");
    for (JsonNode object : bundle.path("objects")) {
      String id = object.path("id").asText();
      require(types.put(id, object.path("type").asText()) == null, id + " is there twice.");
    }
    bundle.path("objects").forEach(this::object);
  }

  private void object(JsonNode object) {
    String type = object.path("type").asText();
    String id = object.path("id").asText();
    require(REQUIRED.containsKey(type), type + " is no type Clew writes.");
    require(id.startsWith(type + "--") && isId(id), id + " is no id of a " + type + ".");
    require(object.path("spec_version").asText().equals("2.1"), id + " is not of version 2.1.");
    properties(object, type, id);
    times(object, type, id);
    references(object, id);
    content(object, type, id);
    values(object, id);
  }

  private void properties(JsonNode object, String type, String id) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    for (String name : REQUIRED.getOrDefault(type, Set.of())) {
      require(names.contains(name), id + " has no " + name + ".");
    }
    names.removeAll(COMMON);
    names.removeAll(REQUIRED.getOrDefault(type, Set.of()));
    names.removeAll(OPTIONAL.getOrDefault(type, Set.of()));
    require(names.isEmpty(), id + " has " + names + ".");
  }

  private void times(JsonNode object, String type, String id) {
    for (String name :
        List.of("created", "modified", "start_time", "stop_time", "account_created")) {
      require(!object.has(name) || isTime(object.get(name).asText()), id + ": " + name + ".");
    }
    require(
        !OBSERVABLES.contains(type) || !(object.has("created") || object.has("modified")),
        id + " is an observable with times.");
    require(!isAfter(object, "created", "modified", true), id + " was modified before.");
    require(!isAfter(object, "start_time", "stop_time", false), id + " stops before it starts.");
  }

  private void references(JsonNode object, String id) {
    for (String name : List.of("created_by_ref", "source_ref", "target_ref")) {
      if (object.has(name)) {
        reference(object.get(name), id);
      }
    }
    for (String name : List.of("object_refs", "object_marking_refs")) {
      object.path(name).forEach(reference -> reference(reference, id));
    }
    if (object.has("created_by_ref")) {
      String author = object.get("created_by_ref").asText();
      require("identity".equals(types.get(author)), id + " was made by no identity.");
    }
    for (JsonNode marking : object.path("object_marking_refs")) {
      require("marking-definition".equals(types.get(marking.asText())), id + " is marked by none.");
    }
    for (JsonNode reference : object.path("external_references")) {
      require(reference.path("source_name").isTextual(), id + " cites no source's name.");
      boolean says =
          reference.has("description") || reference.has("url") || reference.has("external_id");
      require(says, id + " cites a source without saying what of it.");
      require(
          !reference.has("url") || isUrl(reference.get("url").asText()), id + " cites no address.");
    }
  }

  private void reference(JsonNode reference, String id) {
    require(types.containsKey(reference.asText()), id + " refers to " + reference + ".");
  }

  private void content(JsonNode object, String type, String id) {
    int confidence = object.path("confidence").asInt(0);
    require(confidence >= 0 && confidence <= 100, id + " has a confidence of " + confidence + ".");
    switch (type) {
      case "url" -> require(isUrl(object.path("value").asText()), id + " has no address.");
      case "user-account" ->
          require(
              object.has("user_id") || object.has("account_login") || object.has("display_name"),
              id + " names no account.");
      case "relationship" ->
          require(
              object.path("relationship_type").asText().matches("[a-z0-9-]+")
                  && isEnd(object.path("source_ref"))
                  && isEnd(object.path("target_ref")),
              id + " has no type of relationship, or joins what none may.");
      case "marking-definition" -> marking(object, id);
      case "extension-definition" ->
          require(
              object.path("version").asText().matches("\\d+\\.\\d+\\.\\d+"),
              id + " has no version.");
      default -> {}
    }
    boolean own = type.startsWith("clew-");
    for (Map.Entry<String, JsonNode> extension : object.path("extensions").properties()) {
      require(
          "extension-definition".equals(types.get(extension.getKey()))
              || (extension.getKey().equals(TLP_2) && type.equals("marking-definition")),
          id + " is extended.");
      String kind = extension.getValue().path("extension_type").asText();
      require(
          own
              ? kind.equals("clew-source".equals(type) ? "new-sdo" : "new-sco")
              : kind.equals("property-extension"),
          id + " has an extension of type " + kind + ".");
      extension.getValue().fieldNames().forEachRemaining(name -> name(name, id));
    }
    require(!own || object.has("extensions"), id + " is of a new type without its extension.");
    object.fieldNames().forEachRemaining(name -> name(name, id));
  }

  private void marking(JsonNode object, String id) {
    String level = object.path("definition").path("tlp").asText();
    require(
        object.has("definition")
            ? object.path("definition_type").asText().equals("tlp")
                && id.equals(TLP_1.get(level))
                && object.path("name").asText().equalsIgnoreCase("TLP:" + level)
            : object.path("extensions").path(TLP_2).has("tlp_2_0"),
        id + " defines no level of the Traffic Light Protocol.");
  }

  private boolean isEnd(JsonNode reference) {
    return !NO_ENDS.contains(types.getOrDefault(reference.asText(), "bundle"));
  }

  private void name(String name, String id) {
    require(NAME.matcher(name).matches() || SHORT_NAMES.contains(name), id + ": name " + name);
  }

  /** No null, no empty list, no empty object, no key of a dictionary with other characters. */
  private void values(JsonNode value, String id) {
    require(!value.isNull(), id + " holds null.");
    require(!value.isContainerNode() || !value.isEmpty(), id + " holds an empty list or object.");
    value
        .properties()
        .forEach(member -> require(KEY.matcher(member.getKey()).matches(), id + ": " + member));
    value.forEach(part -> values(part, id));
  }

  private static boolean isId(String id) {
    try {
      String uuid = id.substring(id.indexOf("--") + 2);
      UUID parsed = UUID.fromString(uuid);
      boolean fixed = id.startsWith("marking-definition--");
      return ID.matcher(id).matches()
          && parsed.variant() == 2
          && (parsed.version() == 5 || (fixed && parsed.version() == 4));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isTime(String text) {
    try {
      return TIME.matcher(text).matches() && Instant.parse(text) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isAfter(JsonNode object, String first, String then, boolean mayBeSame) {
    if (!object.has(first) || !object.has(then)) {
      return false;
    }
    Instant start = Instant.parse(object.get(first).asText());
    Instant end = Instant.parse(object.get(then).asText());
    return mayBeSame ? start.isAfter(end) : !end.isAfter(start);
  }

  private static boolean isUrl(String text) {
    try {
      return URI.create(text).isAbsolute();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      broken.add(rule);
    }
  }
}
