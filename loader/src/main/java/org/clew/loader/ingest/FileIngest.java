package org.clew.loader.ingest;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.clew.loader.entity.Slugs;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

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
    try (Input input = Input.open(file, options)) {
      return read(input, options);
    }
  }

  /** The same without keeping posts, and with the rejects going where they are wanted. */
  static IngestResult counted(Path file, ReadOptions options, Consumer<RejectedRow> rejects) {
    try (Input input = Input.open(file, options)) {
      return read(input, options, PostSink.NONE, rejects);
    }
  }

  /** Files that define sources before those that may cite them, otherwise in the given order. */
  public static List<Path> sourcesFirst(List<Path> files, ReadOptions options) {
    Set<Path> ordered = new LinkedHashSet<>();
    files.stream().filter(file -> definesSources(file, options)).forEach(ordered::add);
    ordered.addAll(files);
    return List.copyOf(ordered);
  }

  /** Reads an opened input. */
  public static IngestResult read(Input input, ReadOptions options) {
    return read(input, options, PostSink.NONE, null);
  }

  /**
   * Reads an opened input.
   *
   * @param posts where its posts go
   * @param rejects where its rejects go, which are then not in the result; null to keep them there
   */
  static IngestResult read(
      Input input, ReadOptions options, PostSink posts, @Nullable Consumer<RejectedRow> rejects) {
    FormatReader reader = reader(input, options);
    String ahead = reader.givesPosts() ? input.sha256Ahead() : null;
    EntityId file =
        ahead == null ? FactSink.FILE : source(input, reader, options, input.name(), ahead).id();
    FactAggregator aggregator = new FactAggregator(file, input.name(), posts, rejects);
    reader.read(input, options, aggregator);
    posts.end();
    if (ahead != null && !ahead.equals(input.sha256())) {
      throw new ClewException(
          Reason.UNREADABLE, input.name() + " was changed while it was read; load it again.");
    }
    if (options.format() != null) {
      requireSomeFit(input, reader, aggregator.counts());
    }
    String title = aggregator.title().orElse(input.name());
    Source source = source(input, reader, options, title, input.sha256());
    Facts facts = aggregator.facts(source);
    return new IngestResult(
        input.name(),
        reader.name(),
        source,
        aggregator.counts(),
        facts,
        aggregator.isVerbatim(),
        aggregator.claims(source),
        aggregator.rejects());
  }

  /** A format that was asked for and that no row has is most likely the wrong one. */
  private static void requireSomeFit(Input input, FormatReader reader, RowCounts counts) {
    if (counts.rejected() > 0 && counts.rejected() == counts.rows()) {
      throw new ClewException(
          Reason.UNREADABLE,
          "None of the %d rows of %s fits the format '%s'; without --format Clew recognises it."
              .formatted(counts.rows(), input.name(), reader.name()));
    }
  }

  /** The reader that was asked for or that recognises the input. */
  static FormatReader reader(Input input, ReadOptions options) {
    String format = options.format();
    if (format == null && options.posts().mapping() != null) {
      return Formats.named(PostsCsvReader.NAME, input.sample());
    }
    return format == null
        ? Formats.detect(input.name(), input.sample())
        : Formats.named(format, input.sample());
  }

  private static boolean definesSources(Path file, ReadOptions options) {
    if (file.toString().equals(Input.STANDARD_INPUT)) {
      return false;
    }
    try (Input input = Input.open(file, options)) {
      return ClewCsvReader.definesSources(input.sample())
          || new ClewYamlReader().recognises(input.sample());
    } catch (ClewException e) {
      return false;
    }
  }

  /** The source that a file stands for. */
  static Source source(
      Input input, FormatReader reader, ReadOptions options, String ownTitle, String sha256) {
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
