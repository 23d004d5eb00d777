package org.clew.loader.observation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.clew.model.entity.Hashes;

/** File operations after which a file is whole or not there, even if the power fails. */
public final class DurableFiles {
  private static final int BUFFER = 1 << 16;

  private DurableFiles() {}

  /** Writes a small file beside its place and moves it there. */
  public static void write(Path file, byte[] content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(temporary, content);
    moveIntoPlace(temporary, file);
  }

  /** Brings a finished file to the disk and gives it its name in one step. */
  public static void moveIntoPlace(Path finished, Path place) throws IOException {
    try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        finished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(place);
  }

  /** Deletes a file, if it is there, for good. */
  public static void delete(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      syncFolder(file);
    }
  }

  /** The files of a folder by name; none if the folder is missing. */
  public static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** The digest of a file in hex. */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = Hashes.newSha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Brings a file that is in its place, and its name, to the disk. */
  public static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    syncFolder(file);
  }

  private static void syncFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
