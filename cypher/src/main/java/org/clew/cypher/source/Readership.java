package org.clew.cypher.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Source;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * For whom the graph is read: which sources the reader must not see. What several sources owe to
 * one that is hidden stays one root, under a name that says nothing.
 *
 * @param hidden ids of the hidden sources
 */
public record Readership(Set<EntityId> hidden) {
  /** Whoever may see everything. */
  public static final Readership EVERYTHING = new Readership(Set.of());

  public Readership {
    hidden = Set.copyOf(hidden);
  }

  /** A reader up to that level. */
  public static Readership of(Collection<Source> sources, Tlp reader) {
    Set<EntityId> hidden = new TreeSet<>();
    sources.stream().filter(source -> !source.isFor(reader)).forEach(s -> hidden.add(s.id()));
    return new Readership(hidden);
  }

  /**
   * A reader of a graph up to that level.
   *
   * @param level null for whoever may see everything
   */
  public static Readership upTo(GraphStore store, @Nullable Tlp level) {
    return level == null ? EVERYTHING : of(new Sources(store).all(), level);
  }

  /** Whether nothing is hidden. */
  public boolean seesEverything() {
    return hidden.isEmpty();
  }

  /** Whether the reader may see what a source says. */
  public boolean sees(EntityId source) {
    return !hidden.contains(source);
  }

  /** The ids of the hidden sources as a query takes them. */
  public List<String> parameter() {
    return hidden.stream().map(EntityId::value).sorted().toList();
  }

  /** The sources as the reader may know them, hidden ones without anything that tells what. */
  public List<Source> known(Collection<Source> sources) {
    Map<EntityId, EntityId> names = new TreeMap<>();
    for (EntityId id : new TreeSet<>(hidden)) {
      names.put(id, EntityId.source("withheld-" + (names.size() + 1)));
    }
    List<Source> known = new ArrayList<>();
    for (Source source : sources) {
      List<EntityId> parents =
          source.derivesFrom().stream().map(id -> names.getOrDefault(id, id)).toList();
      known.add(
          sees(source.id())
              ? source.withDerivesFrom(parents)
              : Source.onlyNamed(names.getOrDefault(source.id(), source.id()))
                  .withDerivesFrom(parents));
    }
    return known;
  }
}
