package org.clew.loader.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The ids of the evidence kinds that stand in {@code evidence-kinds.yml}. */
final class KnownKinds {
  private static final String FILE = "/org/clew/model/evidence/evidence-kinds.yml";
  private static final Set<String> IDS = load();

  private KnownKinds() {}

  static boolean contains(String kind) {
    return IDS.contains(kind);
  }

  private static Set<String> load() {
    try (InputStream stream = EntityId.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("The evidence kinds are missing.");
      }
      Map<String, Map<String, ?>> file =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
      Map<String, ?> kinds = file.getOrDefault("kinds", Map.of());
      return new HashSet<>(kinds.keySet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
