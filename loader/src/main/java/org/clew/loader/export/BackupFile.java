package org.clew.loader.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.clew.cypher.schema.SchemaMigrations;
import org.clew.loader.export.BackupManifest.Part;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * A backup that is read. What its manifest promises is checked before anything is unpacked: names,
 * how many entries, how large, and how much larger than the file itself.
 */
final class BackupFile implements AutoCloseable {
  private static final int MANIFEST_BYTES = 64 << 20;
  private static final int MOST_PARTS = 1_000_000;
  private static final long FREE_BYTES = 64L << 20;
  private static final long MOST_RATIO = 250;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final ZipFile zip;
  private final BackupManifest manifest;

  private BackupFile(Path file, ZipFile zip) throws IOException {
    this.file = file;
    this.zip = zip;
    this.manifest = readManifest();
    requireSaneParts();
    requireSameNames();
  }

  /**
   * Opens a backup and checks its manifest.
   *
   * @throws ClewException USAGE when there is no such file, UNREADABLE when it is no whole backup,
   *     UNAVAILABLE when a newer Clew wrote it
   */
  static BackupFile open(Path file) {
    ZipFile zip = null;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
      return new BackupFile(file, zip);
    } catch (NoSuchFileException e) {
      throw new ClewException(Reason.USAGE, "There is no file '" + file + "'.", e);
    } catch (IOException | IllegalArgumentException e) {
      close(zip);
      throw damaged(file, e.getMessage(), e);
    } catch (RuntimeException e) {
      close(zip);
      throw e;
    }
  }

  BackupManifest manifest() {
    return manifest;
  }

  /** Reads every byte and compares it with its hash. */
  void verify() {
    for (Part part : manifest.parts()) {
      copy(part, OutputStream.nullOutputStream());
    }
  }

  /** Hands over the content of a part, compared with its hash on the way. */
  void copy(Part part, OutputStream out) {
    use(part, in -> in.transferTo(out));
  }

  @FunctionalInterface
  interface Use<T> {
    T of(InputStream in) throws IOException;
  }

  /** Works on the content of a part; what is left of it is read to the end and compared. */
  <T> T use(Part part, Use<T> use) {
    try (InputStream in = new VerifiedStream(zip.getInputStream(entry(part.name())), part)) {
      T result = use.of(in);
      in.transferTo(OutputStream.nullOutputStream());
      return result;
    } catch (ZipException e) {
      throw damaged(file, e.getMessage(), e);
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "'" + file + "' cannot be unpacked: " + e.getMessage() + ".", e);
    }
  }

  @Override
  public void close() {
    close(zip);
  }

  private BackupManifest readManifest() throws IOException {
    byte[] content = small(BackupManifest.NAME, MANIFEST_BYTES);
    String digest = new String(small(BackupManifest.DIGEST, 100), StandardCharsets.US_ASCII);
    String found = HexFormat.of().formatHex(Hashes.newSha256().digest(content));
    if (!found.equals(digest.strip())) {
      throw new ZipException("the content of its manifest does not fit its hash");
    }
    int format = JSON.readTree(content).path("clewBackup").asInt();
    int schema = JSON.readTree(content).path("schemaVersion").asInt();
    if (format > BackupManifest.FORMAT || schema > SchemaMigrations.CURRENT) {
      throw new ClewException(
          Reason.UNAVAILABLE,
          "'" + file + "' was written by a newer Clew; restore it with that version.");
    }
    return JSON.readValue(content, BackupManifest.class);
  }

  private byte[] small(String name, int most) throws IOException {
    try (InputStream in = zip.getInputStream(entry(name))) {
      byte[] content = in.readNBytes(most + 1);
      if (content.length > most) {
        throw new ZipException(name + " is too large");
      }
      return content;
    }
  }

  private ZipEntry entry(String name) throws ZipException {
    @Nullable ZipEntry entry = zip.getEntry(name);
    if (entry == null || entry.isDirectory()) {
      throw new ZipException("it has no " + name);
    }
    return entry;
  }

  private void requireSaneParts() throws IOException {
    if (manifest.parts().size() > MOST_PARTS) {
      throw new ZipException("it has too many parts");
    }
    long most = FREE_BYTES + MOST_RATIO * Files.size(file);
    long total = 0;
    for (Part part : manifest.parts()) {
      if (part.bytes() < 0 || part.bytes() > most - total) {
        throw new ZipException("it would unpack to far more than backups do");
      }
      total += part.bytes();
      boolean known =
          part.isGraph()
              || (part.name().startsWith(BackupManifest.DATA)
                  && KeptFiles.isKept(part.path(), manifest.withKeys()));
      if (!known) {
        throw new ZipException("it has a part with a name that no backup has");
      }
    }
  }

  /** An entry beside the manifest, or one that stands twice, could be read as another. */
  private void requireSameNames() throws ZipException {
    Set<String> promised = new HashSet<>(Set.of(BackupManifest.NAME, BackupManifest.DIGEST));
    for (Part part : manifest.parts()) {
      if (!promised.add(part.name())) {
        throw new ZipException("its manifest names a part twice");
      }
    }
    Set<String> found = new HashSet<>();
    boolean once = zip.stream().allMatch(entry -> found.add(entry.getName()));
    if (!once || !found.equals(promised) || !promised.contains(BackupManifest.GRAPH)) {
      throw new ZipException("its entries are not those of its manifest");
    }
  }

  private static void close(@Nullable ZipFile zip) {
    try {
      if (zip != null) {
        zip.close();
      }
    } catch (IOException e) {
      throw new ClewException(Reason.UNAVAILABLE, "The backup cannot be closed.", e);
    }
  }

  private static ClewException damaged(Path file, @Nullable String what, Exception cause) {
    return new ClewException(
        Reason.UNREADABLE,
        "'" + file + "' is not a whole Clew backup (" + what + "); nothing was restored.",
        cause);
  }
}
