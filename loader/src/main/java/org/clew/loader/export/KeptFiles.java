package org.clew.loader.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which files of a data folder a backup holds. The store is none of them: the graph is copied out
 * of it. Passwords, addresses and locks belong to one running database and are made anew.
 */
final class KeptFiles {
  private static final Pattern KEPT =
      Pattern.compile(
          "(?:log|statements|mappings|rejects|audit)/.+|decisions\\.tsv|saved\\.json"
              + "|journal\\.jsonl|audit[\\w.-]*|pseudonyms\\.key");
  private static final Pattern KEYS = Pattern.compile("keys[\\w.-]*(?:/.+)?");
  private static final Pattern PASSING =
      Pattern.compile("(?:.*/)?[^/]*\\.(?:tmp|lock)|log/temporary/.*");
  private static final Pattern PLAIN_PART = Pattern.compile("[^/\\\\\\p{Cntrl}:*?\"<>|]{1,255}");

  /** What a store and those who use it leave in a folder. */
  private static final Pattern OF_THE_STORE =
      Pattern.compile(
          "neo4j(?:\\.importing|\\.ready|\\.replaced|\\.password)?|clew\\.(?:lock|address)"
              + "|clients\\.lock|changes\\.lock|address.*\\.tmp|temporary|unfinished");

  private KeptFiles() {}

  /** Whether a path, with slashes, is one that a backup may hold. */
  static boolean isKept(String path, boolean withKeys) {
    return isPlain(path)
        && !PASSING.matcher(path).matches()
        && (KEPT.matcher(path).matches() || (withKeys && isKey(path)));
  }

  /** Whether only the owner may read it. */
  static boolean isSecret(String path) {
    return isKey(path) || path.endsWith(".key");
  }

  /** Whether what lies at the top of a folder was put there by Clew. */
  static boolean isOfClew(String name) {
    return OF_THE_STORE.matcher(name).matches()
        || isKey(name)
        || KEPT.matcher(name).matches()
        || Set.of("log", "statements", "mappings", "rejects", "audit").contains(name);
  }

  /** The files of a folder that a backup holds, by their paths with slashes, in their order. */
  static List<String> in(Path root, boolean withKeys) throws IOException {
    List<String> names = new ArrayList<>();
    if (!Files.isDirectory(root)) {
      return names;
    }
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(path -> isKept(path, withKeys))
          .sorted()
          .forEach(names::add);
    }
    return names;
  }

  private static boolean isKey(String path) {
    return KEYS.matcher(path).matches();
  }

  private static boolean isPlain(String path) {
    for (String part : path.split("/", -1)) {
      if (part.equals(".") || part.equals("..") || !PLAIN_PART.matcher(part).matches()) {
        return false;
      }
    }
    return true;
  }
}
