package org.clew.api.cli;

import java.util.List;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which evidence a question is asked of; all of it, unless something is said. */
final class EvidenceOptions {
  @Option(names = "--as-of", paramLabel = "DATE", description = "Only what was known then.")
  private @Nullable String asOf;

  @Option(
      names = "--trust",
      paramLabel = "SOURCE",
      arity = "1..*",
      description = "Only what these sources say.")
  private List<String> trust = List.of();

  @Option(
      names = "--without",
      paramLabel = "ID",
      arity = "1..*",
      description = "As if these entities, indicators, links or sources were wrong.")
  private List<String> without = List.of();

  @Mixin private ReaderOption reader = new ReaderOption();

  /** The last day that counts; null for all. */
  @Nullable PartialDate asOf() {
    return asOf == null ? null : new PartialDate(asOf);
  }

  List<String> trust() {
    return trust;
  }

  List<String> without() {
    return without;
  }

  /** The level up to which the reader may see sources; null for all. */
  @Nullable Tlp reader() {
    return reader.level();
  }
}
