package org.clew.model.attribution;

import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.Fact;
import org.clew.model.evidence.Statement;
import org.clew.model.links.LinkType;

/** One thing that is taken away to see what hangs on it. */
sealed interface Removal {
  /** Whether a fact between two entities goes with it. */
  default boolean removes(Ends ends, Fact fact) {
    return false;
  }

  /** Whether a statement goes with it. */
  default boolean removes(Statement statement) {
    return false;
  }

  /** Whether an entity goes with it. */
  default boolean removes(EntityId entity) {
    return false;
  }

  /** Two entities, in the order of their ids. */
  record Ends(EntityId one, EntityId other) {
    static Ends of(EntityId a, EntityId b) {
      return a.compareTo(b) <= 0 ? new Ends(a, b) : new Ends(b, a);
    }
  }

  /** Nothing. */
  record Nothing() implements Removal {}

  /** An indicator, wherever it is shared. */
  record Indicator(EntityId id) implements Removal {
    @Override
    public boolean removes(Ends ends, Fact fact) {
      return id.equals(fact.via());
    }
  }

  /** A direct relation. */
  record Relationship(Ends ends, LinkType type) implements Removal {
    @Override
    public boolean removes(Ends at, Fact fact) {
      return fact.via() == null && fact.type() == type && at.equals(ends);
    }
  }

  /** The indicators of one pair that a crowd shares, wherever they are shared. */
  record Crowd(Set<EntityId> indicators) implements Removal {
    public Crowd {
      indicators = Set.copyOf(indicators);
    }

    @Override
    public boolean removes(Ends at, Fact fact) {
      EntityId via = fact.via();
      return via != null && indicators.contains(via);
    }
  }

  /** A source from which reports derive, with what only repeats it. */
  record Root(EntityId source) implements Removal {
    @Override
    public boolean removes(Statement statement) {
      return statement.roots().equals(Set.of(source));
    }
  }

  /** A member. */
  record OneMember(EntityId id) implements Removal {
    @Override
    public boolean removes(EntityId entity) {
      return entity.equals(id);
    }
  }

  /**
   * All that one account or organization runs, if that is a crowd: an agency says little of its
   * clients.
   */
  record Runner(EntityId id) implements Removal {
    static final Set<LinkType> TYPES = Set.of(LinkType.ADMINISTERS, LinkType.OPERATES);

    @Override
    public boolean removes(Ends ends, Fact fact) {
      return TYPES.contains(fact.type()) && (ends.one().equals(id) || ends.other().equals(id));
    }
  }
}
