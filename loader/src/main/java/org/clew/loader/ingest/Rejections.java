package org.clew.loader.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.clew.loader.ingest.StatementArchive.Header;
import org.clew.model.entity.EntityId;

/** What loads rejected, which is missing from the graph and from all that is asked of it. */
public final class Rejections {
  private final StatementArchive archive;

  /** By the name of the archived load, which changes with its content. */
  private final Map<String, Header> headers = new ConcurrentHashMap<>();

  Rejections(StatementArchive archive) {
    this.archive = archive;
  }

  /**
   * What one load rejected.
   *
   * @param source the source that the file stands for
   * @param file the file's name
   * @param rows rows not taken over
   * @param values values of accepted rows not taken over
   */
  public record Rejection(EntityId source, String file, long rows, long values) {}

  /**
   * The loads that rejected anything, in their order; without those whose archive is damaged, which
   * {@link StatementArchive#verify} names.
   */
  public List<Rejection> all() {
    List<String> names = archive.names();
    headers.keySet().retainAll(Set.copyOf(names));
    return names.stream()
        .flatMap(name -> header(name).stream())
        .filter(header -> header.counts().rejected() + header.counts().rejectedValues() > 0)
        .map(
            header ->
                new Rejection(
                    header.source(),
                    header.file(),
                    header.counts().rejected(),
                    header.counts().rejectedValues()))
        .toList();
  }

  /** One that cannot be read may be read the next time. */
  private Optional<Header> header(String name) {
    Header known = headers.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Header> read = archive.header(name);
    read.ifPresent(header -> headers.put(name, header));
    return read;
  }

  /** How many rows of these sources were rejected. */
  public long rows(Predicate<EntityId> sources) {
    return all().stream()
        .filter(rejection -> sources.test(rejection.source()))
        .mapToLong(Rejection::rows)
        .sum();
  }
}
