package org.clew.loader.observation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that were erased, as keyed hashes of their ids under a key of this log: enough to
 * know them when they come back, not enough to list them.
 */
final class Tombstones {
  private final Path list;
  private final Path keyFile;

  Tombstones(Path folder) {
    list = folder.resolve("erased.txt");
    keyFile = folder.resolve("erased.key");
  }

  /**
   * Adds the accounts and the names they go by; it is durable when this returns.
   *
   * @param names as {@link ErasedNames} knows them again in a text
   */
  void add(Collection<EntityId> accounts, Collection<String> names) throws IOException {
    Files.createDirectories(list.toAbsolutePath().getParent());
    KeyedHash hash = KeyedHash.under(keyFile);
    Set<String> marks = new TreeSet<>(marks());
    accounts.forEach(account -> marks.add(hash.of(account.value())));
    ErasedNames.marks(names).forEach(name -> marks.add(hash.of(name)));
    DurableFiles.write(list, (String.join("\n", marks) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The test for erased ids as of now. */
  Check check() throws IOException {
    Set<String> marks = marks();
    return new Check(marks.isEmpty() ? null : KeyedHash.under(keyFile), marks);
  }

  private Set<String> marks() throws IOException {
    return Files.exists(list) ? Set.copyOf(Files.readAllLines(list)) : Set.of();
  }

  /** Tells whether an id was erased. */
  static final class Check {
    private final @Nullable KeyedHash hash;
    private final Set<String> marks;

    private Check(@Nullable KeyedHash hash, Set<String> marks) {
      this.hash = hash;
      this.marks = marks;
    }

    /** Whether there is nothing to know again. */
    boolean isEmpty() {
      return marks.isEmpty();
    }

    boolean isErased(String id) {
      return hash != null && marks.contains(hash.of(id));
    }
  }
}
