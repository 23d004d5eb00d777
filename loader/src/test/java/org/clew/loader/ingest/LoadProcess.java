package org.clew.loader.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.database.StoreSettings;

/**
 * {@code LoadProcess DATA bulk|incremental FILE…}: a load that can be killed. It ends with the load
 * and waits for no idle thread, so that how long it lives is how long a load takes.
 */
final class LoadProcess {
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
    load(Path.of(arguments[0]), arguments[1].equals("bulk"), files, announcing);
    System.out.println("done");
    System.exit(0);
  }

  static List<FileReport> load(Path data, boolean bulk, List<Path> files, LoadListener listener) {
    StoreSettings settings = StoreSettings.embedded(data);
    return new StoreLoad(
            settings,
            () -> GraphStores.open(settings),
            new DataFolder(data),
            listener,
            bulk ? 0 : Long.MAX_VALUE,
            Long.MAX_VALUE)
        .load(files, ReadOptions.DEFAULTS);
  }
}
