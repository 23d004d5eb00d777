package org.clew.api.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clew.api.ingest.ArtifactKind;
import org.clew.api.ingest.LoadDocument;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.FileReport;
import org.clew.loader.ingest.InputLimits;
import org.clew.loader.ingest.LoadRun;
import org.clew.loader.ingest.PostOptions;
import org.clew.loader.ingest.ReadOptions;
import org.clew.loader.ingest.SavedMappings;
import org.clew.loader.ingest.StoreLoad;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "load",
    description =
        "Loads files; the format is recognised. Loading a file again changes nothing; an interrupted"
            + " load is completed by running it again.")
final class LoadCommand extends GraphCommand {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files, folders with all below them, and globs; '-' is standard input.")
  private List<Path> files = List.of();

  @Option(names = "--format", paramLabel = "NAME", description = "Instead of recognising it.")
  private @Nullable String format;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description =
          "Encoding of files that are neither UTF-8 nor UTF-16 with a byte order mark, such as"
              + " windows-1252 for tables from Excel.")
  private @Nullable String encoding;

  @Option(names = "--source-title", paramLabel = "TEXT", description = "Title of the source.")
  private @Nullable String title;

  @Option(names = "--publisher", paramLabel = "TEXT", description = "Who published it.")
  private @Nullable String publisher;

  @Option(names = "--date", paramLabel = "DATE", description = "When: 2018, 2018-08 or 2018-08-21.")
  private @Nullable String date;

  @Option(names = "--grade", paramLabel = "GRADE", description = "Admiralty grade, such as B2.")
  private @Nullable String grade;

  @Option(names = "--licence", paramLabel = "TEXT", description = "Its licence.")
  private @Nullable String licence;

  @Option(names = "--url", paramLabel = "URL", description = "Where it can be read.")
  private @Nullable String url;

  @Option(
      names = "--artifact-kind",
      paramLabel = "KIND",
      description = "What the objects of a coortweet table are: ${COMPLETION-CANDIDATES}.")
  private @Nullable ArtifactKind artifactKind;

  @Option(
      names = "--map",
      paramLabel = "MAPPING",
      description =
          "Which column of a table of posts holds what, as"
              + " [NAME:]account=COLUMN,time=COLUMN,url=COLUMN,text=COLUMN; it is saved, and NAME"
              + " alone uses it again.")
  private @Nullable String map;

  @Option(
      names = "--bulk-csv",
      paramLabel = "DIR",
      description =
          "Writes the graph as CSV that neo4j-admin imports into an empty database, such as a"
              + " cluster's first; load the same files into it afterwards to complete it.")
  private @Nullable Path bulkCsv;

  @Option(
      names = "--pseudonymise",
      description =
          "From now on all loads into this data folder keep keyed hashes in the place of e-mail"
              + " addresses, phone numbers, names and IP addresses; only for a fresh folder.")
  private boolean pseudonymise;

  @Option(names = "--dry-run", description = "Reads and reports, but writes nothing.")
  private boolean dryRun;

  LoadCommand(CommandContext context) {
    super(context);
  }

  @Override
  boolean makesData() {
    return true;
  }

  @Override
  @Nullable String change() {
    return dryRun ? null : files.stream().map(Path::toString).collect(Collectors.joining(" "));
  }

  @Override
  public Integer call() {
    ReadOptions options = options();
    long started = System.nanoTime();
    LoadDocument document =
        dryRun
            ? new LoadDocument(LoadRun.dryRun(files, options), true)
            : new LoadDocument(load(options), false);
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    print(document, d -> LoadText.of(d, took).forEach(this::line));
    document.files().forEach(this::complain);
    if (document.hasFailures()) {
      return FAILED;
    }
    return document.hasRejects() ? REJECTED_ROWS : DONE;
  }

  private List<FileReport> load(ReadOptions options) {
    DataFolder folder = new DataFolder(data());
    if (pseudonymise) {
      folder.pseudonymise();
    }
    try (LoadProgress progress = new LoadProgress(context().err(), context().stop())) {
      List<FileReport> reports =
          bulkCsv == null
              ? new StoreLoad(settings(), this::openGraph, folder, progress).load(files, options)
              : bulkCsv(bulkCsv, options, folder, progress);
      progress.complete();
      return reports;
    }
  }

  private List<FileReport> bulkCsv(
      Path csv, ReadOptions options, DataFolder folder, LoadProgress progress) {
    List<FileReport> reports = StoreLoad.bulkCsv(csv, files, options, folder, progress);
    context()
        .err()
        .println(
            "clew: import it with: neo4j-admin database import full @"
                + csv.resolve("import.args"));
    return reports;
  }

  private void complain(FileReport report) {
    if (report.failure() != null) {
      context().err().println("clew: " + Printing.plain(report.failure()));
    }
  }

  private ReadOptions options() {
    SavedMappings mappings = new DataFolder(data()).mappings();
    SavedMappings.Named named = map == null ? null : mappings.read(map);
    if (named != null && !dryRun) {
      mappings.save(named);
      context().err().println("clew: the mapping is saved; next time write --map " + named.name());
    }
    PostOptions posts =
        new PostOptions(
            artifactKind == null ? null : artifactKind.kind(),
            named == null ? null : named.mapping());
    return new ReadOptions(
        format,
        title,
        publisher,
        date == null ? null : new PartialDate(date),
        grade == null ? null : Grade.parse(grade),
        licence,
        url,
        Set.of(),
        InputLimits.DEFAULTS,
        posts,
        encoding == null ? null : ReadOptions.encoding(encoding));
  }
}
