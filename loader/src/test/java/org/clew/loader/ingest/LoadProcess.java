package org.clew.loader.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.database.StoreSettings;
import org.clew.loader.ingest.GatheringGraph.Limits;

/**
 * {@code LoadProcess DATA WAY FILE…}: a load that can be killed. It ends with the load and waits
 * for no idle thread, so that how long it lives is how long a load takes.
 */
final class LoadProcess {
  /** How loads come into the graph. */
  enum Way {
    INCREMENTAL(Long.MAX_VALUE, 0),
    BULK(0, Long.MAX_VALUE),

    /** Each file is imported, and from the second on with what is there. */
    MERGED(0, 1);

    private final long largeBytes;
    private final long mostFacts;

    Way(long largeBytes, long mostFacts) {
      this.largeBytes = largeBytes;
      this.mostFacts = mostFacts;
    }
  }

  private LoadProcess() {}

  public static void main(String[] arguments) {
    List<Path> files = Stream.of(arguments).skip(2).map(Path::of).toList();
    LoadListener announcing =
        new LoadListener() {
          @Override
          public void reading(String file) {
            System.out.println("reading " + file);
          }

          @Override
          public void writing(String file, long written, long total) {}
        };
    load(Path.of(arguments[0]), Way.valueOf(arguments[1]), files, announcing);
    System.out.println("done");
    System.exit(0);
  }

  static List<FileReport> load(Path data, Way way, List<Path> files, LoadListener listener) {
    StoreSettings settings = StoreSettings.embedded(data);
    return new StoreLoad(
            settings,
            () -> GraphStores.open(settings),
            new DataFolder(data),
            listener,
            way.largeBytes,
            new Limits(way.mostFacts, 0))
        .load(files, ReadOptions.DEFAULTS);
  }
}
