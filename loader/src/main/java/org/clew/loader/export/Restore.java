package org.clew.loader.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.export.GraphCopy;
import org.clew.loader.export.BackupManifest.Part;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.observation.DurableFiles;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * Stands up a data folder and its graph from a backup. The whole file is checked first. From then
 * on a mark in the folder says that it is not whole; it goes when all is on the disk. A restore
 * that finds the mark takes away what the interrupted one left and begins anew.
 */
public final class Restore {
  private final DataFolder data;

  /** Restores into a data folder, which is empty or missing. */
  public Restore(DataFolder data) {
    this.data = data;
  }

  /**
   * What was restored.
   *
   * @param file from where
   * @param data into which folder
   * @param manifest what it holds
   */
  public record Report(String file, String data, BackupManifest manifest) {}

  /**
   * Restores.
   *
   * @param graph opens the graph of the folder, which is empty
   * @throws ClewException USAGE when the file is missing or the folder or the graph is not empty,
   *     UNREADABLE when the file is damaged, UNAVAILABLE when a newer Clew wrote it; then nothing
   *     is changed
   */
  public Report run(Path file, Supplier<GraphStore> graph) {
    try (BackupFile backup = BackupFile.open(file)) {
      requireEmpty();
      requireRoom(backup.manifest().bytes());
      backup.verify();
      try (FolderMark mark = FolderMark.set(data, file)) {
        write(backup, graph);
        mark.lift();
      }
      return new Report(file.toString(), data.root().toString(), backup.manifest());
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE,
          "The restore into '"
              + data.root()
              + "' failed: "
              + e.getMessage()
              + "; run it again when there is room.",
          e);
    }
  }

  private void write(BackupFile backup, Supplier<GraphStore> graph) throws IOException {
    for (Part part : backup.manifest().parts()) {
      if (!part.isGraph()) {
        unpack(backup, part);
      }
    }
    try (GraphStore store = graph.get()) {
      GraphCopy copy = new GraphCopy(store);
      if (!copy.isEmpty()) {
        throw new ClewException(
            Reason.USAGE, "The graph in " + store.description() + " is not empty.");
      }
      for (Part part : backup.manifest().parts()) {
        if (part.isGraph()) {
          SortedMap<String, Long> counts = backup.use(part, in -> copy.write(GraphLines.read(in)));
          requireAll(backup.manifest().counts(), counts);
        }
      }
    }
  }

  private void unpack(BackupFile backup, Part part) throws IOException {
    Path root = data.root().toAbsolutePath().normalize();
    Path place = root.resolve(part.path()).normalize();
    if (!place.startsWith(root)) {
      throw new IOException("a name leads out of the folder");
    }
    Files.createDirectories(place.getParent());
    if (KeptFiles.isSecret(part.path())
        && place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          place,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try (OutputStream out = Files.newOutputStream(place)) {
      backup.copy(part, out);
    }
    try (FileChannel channel = FileChannel.open(place, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private void requireEmpty() throws IOException {
    Path root = data.root();
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new ClewException(Reason.USAGE, "'" + root + "' is not a folder.");
    }
    if (!FolderMark.isSet(data) && !DurableFiles.list(root).isEmpty()) {
      throw new ClewException(
          Reason.USAGE, "The folder '" + root + "' is not empty; restore into a new one.");
    }
  }

  private void requireRoom(long bytes) throws IOException {
    Path folder = data.root().toAbsolutePath();
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < bytes) {
      throw new ClewException(
          Reason.UNAVAILABLE,
          "The backup needs %d MiB and only %d MiB are free on the disk of '%s'; nothing was"
                  .formatted(bytes >> 20, free >> 20, data.root())
              + " restored.");
    }
  }

  private static void requireAll(SortedMap<String, Long> promised, SortedMap<String, Long> found) {
    if (!promised.equals(found)) {
      throw new ClewException(
          Reason.UNREADABLE,
          "The backup promises " + promised + " and its graph holds " + found + ".");
    }
  }
}
