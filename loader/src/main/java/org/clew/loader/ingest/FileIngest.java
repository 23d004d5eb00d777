package org.clew.loader.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clew.loader.entity.Slugs;
import org.clew.model.ClewException;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;

/** Reads files into facts, rejects and counts. */
public final class FileIngest {
  private static final int HASH_DIGITS = 8;

  private FileIngest() {}

  /**
   * Reads one file, or standard input for {@code -}.
   *
   * @throws org.clew.model.ClewException USAGE when the file is missing or the format unknown,
   *     UNREADABLE when its content cannot be read
   */
  public static IngestResult read(Path file, ReadOptions options) {
    try (Input input = Input.open(file, options.limits())) {
      return read(input, options);
    }
  }

  /** Files that define sources before those that may cite them, otherwise in the given order. */
  public static List<Path> sourcesFirst(List<Path> files, ReadOptions options) {
    List<Path> ordered =
        new ArrayList<>(files.stream().filter(f -> definesSources(f, options)).toList());
    files.stream().filter(file -> !ordered.contains(file)).forEach(ordered::add);
    return ordered;
  }

  /** Reads an opened input. */
  public static IngestResult read(Input input, ReadOptions options) {
    FormatReader reader =
        options.format() == null
            ? Formats.detect(input.name(), input.sample())
            : Formats.named(options.format(), input.sample());
    FactAggregator aggregator = new FactAggregator();
    reader.read(input, options, aggregator);
    Source source = source(input, reader, options, aggregator.title().orElse(input.name()));
    Facts facts = aggregator.facts(source);
    return new IngestResult(
        input.name(),
        reader.name(),
        source,
        aggregator.counts(),
        facts,
        aggregator.claims(source),
        aggregator.rejects());
  }

  private static boolean definesSources(Path file, ReadOptions options) {
    if (file.toString().equals(Input.STANDARD_INPUT)) {
      return false;
    }
    try (Input input = Input.open(file, options.limits())) {
      return ClewCsvReader.definesSources(input.sample())
          || new ClewYamlReader().recognises(input.sample());
    } catch (ClewException e) {
      return false;
    }
  }

  private static Source source(
      Input input, FormatReader reader, ReadOptions options, String ownTitle) {
    String sha256 = input.sha256();
    String title = options.title() == null ? baseName(input.name()) : options.title();
    String slug = Slugs.of(title) + "-" + sha256.substring(0, HASH_DIGITS);
    Grade grade = options.grade() == null ? reader.defaultGrade() : options.grade();
    return new Source(
        EntityId.source(slug),
        options.title() == null ? ownTitle : options.title(),
        options.publisher(),
        options.date(),
        grade,
        options.licence(),
        options.url(),
        sha256,
        input.name(),
        reader.name(),
        List.of());
  }

  static String baseName(String file) {
    return file.strip().replaceFirst("(?i)(?:\\.(?:csv|tsv|json|ya?ml|txt|gz|zip))+$", "");
  }
}
