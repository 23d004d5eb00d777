package org.clew.api.cli;

import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For whom an answer is; for whoever may see everything, unless something is said. */
final class ReaderOption {
  @Option(
      names = "--tlp",
      paramLabel = "LEVEL",
      description =
          "For a reader who may see sources up to clear, green, amber, amber+strict or red.")
  private @Nullable String tlp;

  /** The level up to which the reader may see sources; null for all. */
  @Nullable Tlp level() {
    return tlp == null ? null : Tlp.ofWord(tlp);
  }
}
