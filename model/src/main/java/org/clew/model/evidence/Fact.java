package org.clew.model.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * One fact that may tie two entities, by whomever stated: an indicator both use, or a direct
 * relation. However many sources state it, it counts once.
 *
 * @param type USES for an indicator, else the type of the relation
 * @param via the indicator; null for a direct relation
 * @param degree how many assets of the graph share the indicator; 2 for a direct relation
 * @param externalCount how many are known to share it outside the graph; null where unknown
 * @param left the statements about the one entity, or of the relation
 * @param right the statements about the other entity; empty for a relation that one link states
 * @param ruledOut why it counts nothing, as a clause; null where it counts
 * @param ruledOutIfCopyable why it counts nothing if anyone can copy it; null where it counts
 */
public record Fact(
    LinkType type,
    @Nullable EntityId via,
    long degree,
    @Nullable Long externalCount,
    List<Statement> left,
    List<Statement> right,
    @Nullable String ruledOut,
    @Nullable String ruledOutIfCopyable) {
  /** How many assets share a direct relation. */
  public static final int DIRECT_DEGREE = 2;

  public Fact {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /**
   * The fact as it stands on some of its statements; nothing where these no longer state it.
   *
   * @param kept whether a statement is kept
   */
  public Optional<Fact> standingOn(Predicate<Statement> kept) {
    List<Statement> leftKept = left.stream().filter(kept).toList();
    List<Statement> rightKept = right.stream().filter(kept).toList();
    boolean stands = !leftKept.isEmpty() && rightKept.isEmpty() == right.isEmpty();
    return stands ? Optional.of(with(leftKept, rightKept)) : Optional.empty();
  }

  /** The same without the handles of its statements, in an order that no handle has a part in. */
  public Fact detached() {
    return with(detached(left), detached(right));
  }

  private static List<Statement> detached(List<Statement> statements) {
    return statements.stream()
        .map(Statement::detached)
        .sorted(
            Comparator.comparing(Statement::source)
                .thenComparing(statement -> statement.kind().id())
                .thenComparing(Statement::grade)
                .thenComparing(statement -> statement.days().first()))
        .toList();
  }

  /** The fact as it counts nothing, for that reason or the one it had before. */
  public Fact ruledOutBy(String reason) {
    return new Fact(
        type,
        via,
        degree,
        externalCount,
        left,
        right,
        ruledOut == null ? reason : ruledOut,
        ruledOutIfCopyable);
  }

  private Fact with(List<Statement> newLeft, List<Statement> newRight) {
    return new Fact(
        type, via, degree, externalCount, newLeft, newRight, ruledOut, ruledOutIfCopyable);
  }
}
