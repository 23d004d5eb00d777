package org.clew.loader.access;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files that their owner alone may read and write (mode 0600), where the file system knows modes.
 */
final class PrivateFiles {
  private PrivateFiles() {}

  /** Makes an empty file. */
  static void create(Path file) throws IOException {
    Files.createFile(file, attributes(file));
  }

  /** Makes an empty file unless it is there. */
  static void ensure(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        create(file);
      } catch (FileAlreadyExistsException e) {
        return; // another process was quicker, with the same mode
      }
    }
  }

  private static FileAttribute<?>[] attributes(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
