package org.clew.loader.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * The files that arguments stand for: files, folders with all below them but data directories, and
 * globs.
 */
final class InputFiles {
  private InputFiles() {}

  /**
   * A file to load.
   *
   * @param path where it is
   * @param named whether the caller named it, so that it must be readable; a file that merely lies
   *     in a folder need not be
   */
  record Chosen(Path path, boolean named) {
    /** Hidden files lie in folders for the system's own use. */
    boolean isIgnored() {
      return !named && String.valueOf(path.getFileName()).startsWith(".");
    }
  }

  /**
   * The files in the order of the arguments, those of a folder by their paths, none twice.
   *
   * @throws ClewException USAGE when there is no such file, or no file that fits a glob
   */
  static List<Chosen> of(List<Path> arguments) {
    Map<Path, Chosen> chosen = new LinkedHashMap<>();
    for (Path argument : arguments) {
      of(argument).forEach(file -> chosen.putIfAbsent(file.path(), file));
    }
    return List.copyOf(chosen.values());
  }

  private static List<Chosen> of(Path argument) {
    String text = argument.toString();
    if (text.equals(Input.STANDARD_INPUT)) {
      return List.of(new Chosen(argument, true));
    }
    if (Files.isDirectory(argument)) {
      List<Chosen> files = below(argument, path -> true, false);
      if (files.isEmpty()) {
        throw new ClewException(Reason.USAGE, "There is no file in the folder '" + text + "'.");
      }
      return files;
    }
    if (!Files.exists(argument) && text.matches(".*[*?\\[{].*")) {
      return matching(argument);
    }
    if (!Files.exists(argument)) {
      throw new ClewException(Reason.USAGE, "There is no file '" + text + "'.");
    }
    if (!Files.isRegularFile(argument)) {
      throw new ClewException(
          Reason.USAGE, "'" + text + "' is no regular file; write '-' and pipe into it.");
    }
    return List.of(new Chosen(argument, true));
  }

  private static List<Chosen> matching(Path glob) {
    Path root = glob;
    while (root != null && !Files.isDirectory(root)) {
      root = root.getParent();
    }
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + glob.toAbsolutePath().normalize());
    Path start = root == null ? Path.of("") : root;
    List<Chosen> files =
        below(start, path -> matcher.matches(path.toAbsolutePath().normalize()), true);
    if (files.isEmpty()) {
      throw new ClewException(Reason.USAGE, "No file fits '" + glob + "'.");
    }
    return files;
  }

  private static List<Chosen> below(Path folder, PathMatcher matcher, boolean named) {
    List<Chosen> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> everything = all.toList();
      Set<Path> stores =
          everything.stream()
              .filter(path -> path.endsWith(DataFolder.LOCK))
              .map(Path::getParent)
              .collect(Collectors.toSet());
      everything.stream()
          .filter(Files::isRegularFile)
          .filter(path -> stores.stream().noneMatch(path::startsWith))
          .filter(matcher::matches)
          .sorted()
          .forEach(path -> files.add(new Chosen(path, named)));
    } catch (IOException | UncheckedIOException e) {
      throw new ClewException(Reason.USAGE, "The folder '" + folder + "' cannot be read.", e);
    }
    return files;
  }
}
