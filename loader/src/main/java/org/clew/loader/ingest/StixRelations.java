package org.clew.loader.ingest;

import java.util.Map;
import java.util.Optional;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.LinkType;

/**
 * What the relationships of a bundle say in Clew's words. {@code related-to} says nothing: victims
 * and operators share it. Nor does {@code uses}, which joins an operator to whatever it touched.
 */
final class StixRelations {
  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          Map.entry("resolves-to", new Meaning(LinkType.USES, false)),
          Map.entry("owns", new Meaning(LinkType.OWNS, false)),
          Map.entry("belongs-to", new Meaning(LinkType.OWNS, true)),
          Map.entry("owned-by", new Meaning(LinkType.OWNS, true)),
          Map.entry("operates", new Meaning(LinkType.OPERATES, false)),
          Map.entry("operated-by", new Meaning(LinkType.OPERATES, true)),
          Map.entry("attributed-to", new Meaning(LinkType.OPERATES, true)),
          Map.entry("employed-by", new Meaning(LinkType.EMPLOYS, true)),
          Map.entry("impersonates", new Meaning(LinkType.IMPERSONATES, false)),
          Map.entry("targets", new Meaning(LinkType.TARGETS, false)));

  private StixRelations() {}

  /**
   * A link type.
   *
   * @param type the type
   * @param reversed whether it leads from the target to the source
   */
  record Meaning(LinkType type, boolean reversed) {
    boolean joins(EntityKind from, EntityKind to) {
      return reversed ? type.joins(to, from) : type.joins(from, to);
    }
  }

  static Optional<Meaning> of(String word, EntityKind from, EntityKind to) {
    boolean spreads = word.equals("publishes") || word.equals("amplifies");
    if (spreads) {
      LinkType type = to == EntityKind.DOMAIN ? LinkType.LINKS_TO : LinkType.AMPLIFIES;
      return Optional.of(new Meaning(type, false)).filter(meaning -> meaning.joins(from, to));
    }
    boolean states = word.equals("impersonates") || word.equals("targets");
    if (!states && to == EntityKind.CLUSTER && from != EntityKind.CLUSTER) {
      return Optional.of(new Meaning(LinkType.IN_CLUSTER, false));
    }
    if (!states && from == EntityKind.CLUSTER && isMember(to)) {
      return Optional.of(new Meaning(LinkType.IN_CLUSTER, true));
    }
    return Optional.ofNullable(MEANINGS.get(word)).filter(meaning -> meaning.joins(from, to));
  }

  /** Who stands behind a cluster is no member of it. */
  private static boolean isMember(EntityKind kind) {
    return switch (kind) {
      case ACCOUNT, PAGE, GROUP, DOMAIN -> true;
      default -> false;
    };
  }
}
