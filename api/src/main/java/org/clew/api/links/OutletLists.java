package org.clew.api.links;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clew.api.ListDocument;
import org.clew.api.entity.EntityDocument;
import org.clew.api.entity.EntityResolver;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.links.OutletLinkers;
import org.clew.cypher.links.OutletLinkers.Linker;
import org.clew.cypher.links.OutletLinkers.Spread;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;

/** Who spreads what outlets publish. */
public final class OutletLists {
  /** More clusters than these are not set against outlets at once. */
  public static final int MOST_CLUSTERS = 50;

  /** More outlets than these are not named at once. */
  public static final int MOST_OUTLETS = 200;

  private final EntityResolver resolver;
  private final OutletLinkers linkers;

  /** The outlets of a graph. */
  public OutletLists(GraphStore store) {
    this.resolver = new EntityResolver(store);
    this.linkers = new OutletLinkers(store);
  }

  /**
   * Who spreads an outlet's content most, by posts.
   *
   * @param text what a person calls the outlet
   */
  public ListDocument<Linker> linkers(String text, int limit) {
    ListDocument.requireLimit(limit);
    EntityId outlet = resolve(text, EntityKind.MEDIA_OUTLET, "an outlet").id();
    boolean cut = linkers.links(outlet) > OutletLinkers.MOST_LINKS;
    String reason =
        "Only the first %,d links to the outlet are counted.".formatted(OutletLinkers.MOST_LINKS);
    return new ListDocument<>(
        linkers.top(outlet, limit), null, cut ? Map.of("reason", reason) : null);
  }

  /**
   * Each cluster against each outlet, in the order given.
   *
   * @param clusters what a person calls the clusters, at least one
   * @param outlets what a person calls the outlets; empty for every outlet a cluster spreads
   */
  public ListDocument<MatrixCell> matrix(List<String> clusters, List<String> outlets) {
    requireNumber("clusters", clusters.size(), 1, MOST_CLUSTERS);
    requireNumber("outlets", outlets.size(), 0, MOST_OUTLETS);
    Map<EntityId, EntityDocument> rows = new LinkedHashMap<>();
    Map<EntityId, EntityDocument> columns = new LinkedHashMap<>();
    clusters.stream()
        .map(text -> resolve(text, EntityKind.CLUSTER, "a cluster"))
        .forEach(cluster -> rows.put(cluster.id(), cluster));
    outlets.stream()
        .map(text -> resolve(text, EntityKind.MEDIA_OUTLET, "an outlet"))
        .forEach(outlet -> columns.put(outlet.id(), outlet));
    List<MatrixCell> cells = new ArrayList<>();
    rows.values().forEach(cluster -> cells.addAll(row(cluster, columns)));
    return new ListDocument<>(cells, null, null);
  }

  private List<MatrixCell> row(EntityDocument cluster, Map<EntityId, EntityDocument> outlets) {
    Set<EntityId> wanted = outlets.keySet();
    long members = linkers.members(cluster.id());
    List<Spread> spreads = linkers.ofCluster(cluster.id(), wanted);
    if (wanted.isEmpty()) {
      return spreads.stream().map(spread -> cell(cluster, members, spread)).toList();
    }
    Map<EntityId, Spread> byOutlet =
        spreads.stream().collect(Collectors.toMap(Spread::outlet, spread -> spread));
    return outlets.values().stream()
        .map(
            outlet ->
                byOutlet.getOrDefault(outlet.id(), new Spread(outlet.id(), outlet.name(), 0, 0, 0)))
        .map(spread -> cell(cluster, members, spread))
        .toList();
  }

  private static MatrixCell cell(EntityDocument cluster, long members, Spread spread) {
    return new MatrixCell(
        cluster.id(),
        cluster.name(),
        spread.outlet(),
        spread.name(),
        members,
        spread.members(),
        spread.links(),
        spread.posts());
  }

  private EntityDocument resolve(String text, EntityKind kind, String what) {
    EntityDocument entity = resolver.resolve(text);
    if (entity.kind() != kind) {
      throw new ClewException(Reason.USAGE, entity.id() + " is not " + what + ".");
    }
    return entity;
  }

  private static void requireNumber(String parameter, int number, int least, int most) {
    if (number < least || number > most) {
      throw new ClewException(
          Reason.USAGE, "Give from %d to %d %s.".formatted(least, most, parameter));
    }
  }
}
