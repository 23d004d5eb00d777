package org.clew.loader.export;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup holds.
 *
 * @param clewBackup version of the format of backups
 * @param clewVersion which Clew wrote it
 * @param createdAt when, as in {@code 2026-08-21T10:15:30Z}
 * @param schemaVersion version of the graph's schema
 * @param graphVersion version of the graph
 * @param withKeys whether the API keys are in it
 * @param counts how many nodes and relationships the graph has, by kind and type
 * @param parts all other entries of the file
 */
public record BackupManifest(
    int clewBackup,
    String clewVersion,
    String createdAt,
    int schemaVersion,
    long graphVersion,
    boolean withKeys,
    SortedMap<String, Long> counts,
    List<Part> parts) {
  /** The version of the format that this Clew writes; it reads this and all before. */
  public static final int FORMAT = 1;

  /** Name of the entry with the graph. */
  static final String GRAPH = "graph.jsonl";

  /** What stands before the name of a file of the data folder. */
  static final String DATA = "data/";

  static final String NAME = "manifest.json";
  static final String DIGEST = "manifest.sha256";

  public BackupManifest {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    parts = List.copyOf(parts);
  }

  /**
   * An entry.
   *
   * @param name {@code graph.jsonl}, or {@code data/} and the path in the data folder
   * @param bytes how long it is unpacked
   * @param sha256 its digest, 64 hex digits
   */
  public record Part(String name, long bytes, String sha256) {
    boolean isGraph() {
      return name.equals(GRAPH);
    }

    /** The path in the data folder, with slashes. */
    String path() {
      return name.substring(DATA.length());
    }
  }

  /** How long all parts are together, unpacked. */
  public long bytes() {
    return parts.stream().mapToLong(Part::bytes).sum();
  }
}
