package org.clew.loader;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The published data sets, which are not part of the project: in the folder that the system
 * property {@code clew.data.real} names. A test that asks for one that is absent is skipped and
 * says so.
 */
public final class RealData {
  private static final Path FOLDER =
      Path.of(System.getProperty("clew.data.real", "../shared/data"));

  private RealData() {}

  /** The file of that name below the folder. */
  public static Path file(String name) {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.isRegularFile(file), () -> "The data set " + file + " is not here.");
    return file;
  }

  /** All files below a folder whose name ends so, sorted. */
  public static List<Path> files(String folder, String ending) {
    Path path = FOLDER.resolve(folder);
    assumeTrue(Files.isDirectory(path), () -> "The data set " + path + " is not here.");
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
