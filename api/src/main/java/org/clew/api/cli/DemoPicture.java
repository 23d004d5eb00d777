package org.clew.api.cli;

import java.util.List;
import java.util.Set;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.links.LinkFilter;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.links.Links;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;

/** Everything that is said of the Liberty Front Press network itself. */
final class DemoPicture {
  private static final int LIMIT = 100;

  private DemoPicture() {}

  static List<LinkView> of(GraphStore store) {
    EntityId network = EntityId.cluster("case", "liberty-front-press");
    Set<LinkType> types =
        Set.of(LinkType.IN_CLUSTER, LinkType.ORIGINATES_IN, LinkType.TARGETS, LinkType.SAME_AS);
    LinkFilter filter = new LinkFilter(null, null, network, types, null, null, 0);
    return new Links(store).list(filter, Links.Position.start(), LIMIT);
  }
}
