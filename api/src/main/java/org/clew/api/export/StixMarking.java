package org.clew.api.export;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clew.model.source.Tlp;

/**
 * Marking definitions of the Traffic Light Protocol: those that STIX 2.1 (section 7.2.1.4) fixes,
 * where CLEAR is still called white, and for AMBER+STRICT, which came with version 2.0 of the
 * protocol, the one that OASIS publishes beside the standard.
 */
final class StixMarking {
  private static final String TLP_2 = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

  private StixMarking() {}

  static String id(Tlp level) {
    String uuid =
        switch (level) {
          case CLEAR -> "613f2e26-407d-48c7-9eca-b8e91df99dc9";
          case GREEN -> "34098fce-860f-48ae-8e50-ebd3cc5e41da";
          case AMBER -> "f88d31f6-486f-44da-b317-01333bde0b82";
          case AMBER_STRICT -> "939a9414-2ddd-4d32-a0cd-375ea402b003";
          case RED -> "5e57c739-391a-4eb3-b6be-7d15ca92d5ed";
        };
    return "marking-definition--" + uuid;
  }

  static StixObject definition(Tlp level) {
    StixObject marking = StixObject.observable("marking-definition", id(level));
    if (level == Tlp.AMBER_STRICT) {
      return marking
          .with("created", "2022-10-01T00:00:00.000Z")
          .with("name", level.label())
          .with(
              "extensions",
              Map.of(
                  TLP_2,
                  new TreeMap<>(
                      Map.of("extension_type", "property-extension", "tlp_2_0", level.word()))));
    }
    String word = level == Tlp.CLEAR ? "white" : level.word();
    return marking
        .with("created", "2017-01-20T00:00:00.000Z")
        .with("definition_type", "tlp")
        .with("name", "TLP:" + word.toUpperCase(Locale.ROOT))
        .with("definition", Map.of("tlp", word));
  }
}
