package org.clew.loader.observation;

import java.util.List;
import java.util.stream.Collectors;
import org.clew.model.entity.Hashes;

/**
 * What is about to be loaded into the log.
 *
 * @param format name of the format
 * @param options everything beside the bytes that decides what is read from a file, in one fixed
 *     spelling; empty for none
 * @param files at least one; they become one segment
 */
public record LoadRequest(String format, String options, List<LoadedFile> files) {
  /** Stands in the id of a load of several files, and in no other. */
  static final String SEVERAL = "-";

  public LoadRequest {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("A load needs a file.");
    }
  }

  /**
   * The load's id: the same files read in the same way give the same. That of several files tells
   * so, since it cannot be computed from one of them.
   */
  String loadId() {
    String digests = files.stream().map(LoadedFile::sha256).collect(Collectors.joining("|"));
    String hash = Hashes.shortHash(format + "|" + options + "|" + digests);
    return files.size() == 1 ? hash : hash + SEVERAL + files.size();
  }
}
