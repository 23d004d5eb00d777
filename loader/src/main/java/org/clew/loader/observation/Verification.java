package org.clew.loader.observation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clew.model.ClewException;

/** Reads every byte of the log and compares it with the catalogue. */
final class Verification {
  private final LogFolder folder;
  private final Catalogue catalogue;

  Verification(LogFolder folder, Catalogue catalogue) {
    this.folder = folder;
    this.catalogue = catalogue;
  }

  List<Damage> run() throws IOException {
    List<Damage> damages = new ArrayList<>();
    for (Path entry : catalogue.files()) {
      try {
        damage(folder, catalogue.read(entry)).ifPresent(damages::add);
      } catch (ClewException e) {
        damages.add(new Damage(name(folder, entry), String.valueOf(e.getMessage())));
      }
    }
    return damages;
  }

  /** What is wrong with the segment of a load, if anything is. */
  static Optional<Damage> damage(LogFolder folder, Load load) throws IOException {
    Path segment = folder.segment(load.segment());
    if (!Files.exists(segment)) {
      String problem = "The segment of load " + load.id() + " is missing.";
      return Optional.of(new Damage(name(folder, segment), problem));
    }
    if (!DurableFiles.sha256(segment).equals(load.segment())) {
      String problem = "The bytes of the segment of load " + load.id() + " are not those written.";
      return Optional.of(new Damage(name(folder, segment), problem));
    }
    return Optional.empty();
  }

  private static String name(LogFolder folder, Path file) {
    return folder.root().relativize(file).toString();
  }
}
