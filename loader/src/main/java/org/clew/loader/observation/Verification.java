package org.clew.loader.observation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        check(catalogue.read(entry), damages);
      } catch (ClewException e) {
        damages.add(new Damage(name(entry), String.valueOf(e.getMessage())));
      }
    }
    return damages;
  }

  private void check(Load load, List<Damage> damages) throws IOException {
    Path segment = folder.segment(load.segment());
    if (!Files.exists(segment)) {
      damages.add(new Damage(name(segment), "The segment of load " + load.id() + " is missing."));
    } else if (!DurableFiles.sha256(segment).equals(load.segment())) {
      damages.add(
          new Damage(
              name(segment),
              "The bytes of the segment of load " + load.id() + " are not those written."));
    }
  }

  private String name(Path file) {
    return folder.root().relativize(file).toString();
  }
}
