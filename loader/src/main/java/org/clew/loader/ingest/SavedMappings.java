package org.clew.loader.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.loader.observation.DurableFiles;
import org.clew.loader.observation.PostMapping;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.Hashes;

/** Mappings of columns under their names, one small file each. */
public final class SavedMappings {
  private static final Pattern NAMED =
      Pattern.compile("([\\w-]{1,60}):(\\s*\\w+\\s*=.*)", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[\\w-]{1,60}");

  private final Path folder;

  SavedMappings(Path folder) {
    this.folder = folder;
  }

  /**
   * A mapping and the name it is saved under.
   *
   * @param name what {@code --map} takes next time
   * @param mapping the mapping
   */
  public record Named(String name, PostMapping mapping) {}

  /**
   * Reads {@code NAME:account=COLUMN,…} or {@code account=COLUMN,…}, or looks up {@code NAME}
   * alone; nothing is saved yet.
   *
   * @throws ClewException USAGE when it is none of these
   */
  public Named read(String text) {
    Matcher named = NAMED.matcher(text.strip());
    if (named.matches()) {
      return new Named(named.group(1), PostMapping.parse(named.group(2)));
    }
    if (text.indexOf('=') >= 0) {
      PostMapping mapping = PostMapping.parse(text);
      return new Named("map-" + Hashes.shortHash(mapping.text()).substring(0, 8), mapping);
    }
    return new Named(text.strip(), saved(text.strip()));
  }

  /** Saves a mapping under its name, in place of the one that has it. */
  public void save(Named named) {
    try {
      Files.createDirectories(folder);
      DurableFiles.write(
          file(named.name()), (named.mapping().text() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ClewException(Reason.UNAVAILABLE, "The mapping cannot be saved: " + e, e);
    }
  }

  private PostMapping saved(String name) {
    if (!NAME.matcher(name).matches() || !Files.isRegularFile(file(name))) {
      throw new ClewException(
          Reason.USAGE,
          "There is no saved mapping '" + name + "'; write account=COLUMN,time=COLUMN,….");
    }
    try {
      return PostMapping.parse(Files.readString(file(name)));
    } catch (IOException e) {
      throw new ClewException(Reason.UNAVAILABLE, "The mapping cannot be read: " + e, e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".map");
  }
}
