package org.clew.api.ingest;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.clew.loader.ingest.FileReport;
import org.clew.loader.ingest.Input;
import org.clew.loader.ingest.LoadRun;
import org.clew.loader.ingest.ReadOptions;

/** The published cases that come with Clew, as case files. */
public final class DemoCases {
  private static final String FOLDER = "/org/clew/api/demo/";

  private static final List<String> FILES =
      List.of(
          "outlets.yml",
          "katehon-tsargrad.yml",
          "liberty-front-press.yml",
          "endless-mayfly.yml",
          "sputnik-2019.yml",
          "fireeye-2019-personas.yml");

  private DemoCases() {}

  /** Loads all of them; those already there are left as they are. */
  public static List<FileReport> load(LoadRun run) {
    List<FileReport> reports = new ArrayList<>();
    for (String file : FILES) {
      try (Input input = open(file)) {
        reports.add(run.load(input, ReadOptions.DEFAULTS));
      }
    }
    return reports;
  }

  private static Input open(String file) {
    InputStream stream = DemoCases.class.getResourceAsStream(FOLDER + file);
    if (stream == null) {
      throw new IllegalStateException("The bundled case " + file + " is missing.");
    }
    return Input.of(file, stream, ReadOptions.DEFAULTS.limits());
  }
}
