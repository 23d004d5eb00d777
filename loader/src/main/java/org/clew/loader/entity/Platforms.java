package org.clew.loader.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The platforms whose addresses name accounts, pages and groups, as platforms.yml lists them. */
final class Platforms {
  private static final Map<String, Platform> BY_NAME = new LinkedHashMap<>();
  private static final Map<String, Platform> BY_HOST = new LinkedHashMap<>();

  static {
    Resources.yaml("platforms.yml")
        .forEach(
            (name, node) -> {
              Map<String, Object> entry = Resources.map(node);
              Platform platform = platform(name, entry);
              BY_NAME.put(name, platform);
              Resources.strings(entry.getOrDefault("hosts", List.of()))
                  .forEach(host -> BY_HOST.put(host, platform));
            });
  }

  private Platforms() {}

  static Optional<Platform> onHost(String host) {
    return Optional.ofNullable(BY_HOST.get(host));
  }

  static Platform named(String name) {
    Platform platform = BY_NAME.get(name);
    if (platform == null) {
      throw new IllegalArgumentException("There is no platform '" + name + "'.");
    }
    return platform;
  }

  private static Platform platform(String name, Map<String, Object> entry) {
    List<Platform.Rule> rules = new ArrayList<>();
    for (Object node : (List<?>) entry.getOrDefault("rules", List.of())) {
      rules.add(Platform.Rule.of(Resources.map(node)));
    }
    return new Platform(
        name,
        Resources.strings(entry.getOrDefault("reserved", List.of())),
        rules,
        String.valueOf(entry.getOrDefault("legal", "[\\p{L}\\p{N}._-]{1,100}")),
        String.valueOf(entry.getOrDefault("legalText", "letters, digits, dots, hyphens or _")));
  }
}
