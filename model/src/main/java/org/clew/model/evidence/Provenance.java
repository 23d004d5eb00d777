package org.clew.model.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Source;

/**
 * Which sources repeat which. A root is a source that derives from none; where sources derive from
 * each other in a circle, the first of them by id is taken as the root.
 */
public final class Provenance {
  private final Map<EntityId, List<EntityId>> derivesFrom = new HashMap<>();
  private final Map<EntityId, Set<EntityId>> roots = new HashMap<>();

  /** The provenance these sources state. A source that is only named counts as a root. */
  public Provenance(Collection<Source> sources) {
    sources.forEach(source -> derivesFrom.put(source.id(), source.derivesFrom()));
    sources.forEach(source -> roots.put(source.id(), findRoots(source.id())));
  }

  /** The roots of a source, never empty. */
  public Set<EntityId> roots(EntityId source) {
    Set<EntityId> known = roots.get(source);
    return known == null ? Set.of(source) : known;
  }

  /**
   * Whether a source still has a leg to stand on when others are taken away: it is not taken away
   * itself, and it is a root or one of those it derives from stands.
   */
  public boolean stands(EntityId source, Set<EntityId> takenAway) {
    return stands(source, takenAway, new HashSet<>());
  }

  private boolean stands(EntityId source, Set<EntityId> takenAway, Set<EntityId> seen) {
    if (takenAway.contains(source)) {
      return false;
    }
    List<EntityId> parents = derivesFrom.getOrDefault(source, List.of());
    if (parents.isEmpty() || roots(source).contains(source)) {
      return true;
    }
    if (!seen.add(source)) {
      return false;
    }
    return parents.stream().anyMatch(parent -> stands(parent, takenAway, seen));
  }

  private Set<EntityId> findRoots(EntityId source) {
    Set<EntityId> reached = ancestors(source);
    Set<EntityId> found = new TreeSet<>();
    for (EntityId each : reached) {
      Set<EntityId> further = ancestors(each);
      boolean last = further.stream().allMatch(other -> ancestors(other).contains(each));
      if (last && further.stream().allMatch(other -> each.compareTo(other) <= 0)) {
        found.add(each);
      }
    }
    return Set.copyOf(found);
  }

  private Set<EntityId> ancestors(EntityId source) {
    Set<EntityId> reached = new HashSet<>(Set.of(source));
    List<EntityId> open = new ArrayList<>(reached);
    while (!open.isEmpty()) {
      EntityId next = open.remove(open.size() - 1);
      for (EntityId parent : derivesFrom.getOrDefault(next, List.of())) {
        if (reached.add(parent)) {
          open.add(parent);
        }
      }
    }
    return reached;
  }
}
