package org.clew.api.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.api.export.HeldGraph.HeldEntity;
import org.clew.api.export.HeldGraph.HeldLink;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.Hypothesis;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn of a graph: entities, and links joined by ends and hypothesis. Entities of one kind
 * that have the same links become one box that says how many they are.
 *
 * @param cut what is not drawn; null when everything is
 */
record PictureGraph(List<Node> nodes, List<Edge> edges, @Nullable String cut) {
  static final int MOST_NODES = 300;
  static final int MOST_EDGES = 1_000;
  private static final int BUNDLE = 4;

  /**
   * One box.
   *
   * @param column from 0: the subject's cluster, accounts, domains, what they share, assets of
   *     outlets, outlets, organizations, States
   * @param entities more than one in a bundle
   */
  record Node(
      EntityKind kind,
      int column,
      String name,
      String detail,
      List<EntityId> entities,
      boolean subject) {}

  /** Links from one box to another, by the places of the boxes. */
  record Edge(
      int from,
      int to,
      Hypothesis hypothesis,
      Set<LinkType> types,
      Set<EntityId> sources,
      long count,
      boolean claim) {
    /** The types as words: {@code publishes on}. */
    String words() {
      String words =
          String.join(", ", types.stream().map(type -> type.name().replace('_', ' ')).toList());
      return words.toLowerCase(Locale.ROOT) + (claim ? " (claim)" : "");
    }
  }

  private record Ends(int from, int to, Hypothesis hypothesis, boolean claim) {}

  /**
   * Chooses what is drawn.
   *
   * @param subject is drawn in any case; null for nobody
   * @param only nothing else is drawn; empty for everything
   */
  static PictureGraph of(HeldGraph graph, @Nullable EntityId subject, Set<EntityId> only) {
    List<HeldLink> links =
        graph.links().stream()
            .filter(link -> !"rejected".equals(link.status()))
            .filter(link -> drawn(link.from(), subject, only) && drawn(link.to(), subject, only))
            .toList();
    List<HeldEntity> entities =
        graph.entities().values().stream().filter(e -> drawn(e.id(), subject, only)).toList();
    List<Node> all = bundles(entities, links, subject);
    Map<EntityId, Integer> neighbours = neighbours(links);
    List<Node> nodes = chosen(all, neighbours);
    List<Edge> edges = edges(links, nodes);
    List<String> cuts = new ArrayList<>();
    long held = only.isEmpty() ? graph.entityCount() : entities.size();
    long shown = nodes.stream().mapToLong(node -> node.entities().size()).sum();
    if (shown < held) {
      cuts.add(
          String.format(
              Locale.ROOT,
              "Cut: %,d of %,d entities are drawn, those with the most neighbours.",
              shown,
              held));
    }
    if (edges.size() > MOST_EDGES) {
      cuts.add("Cut: only the " + MOST_EDGES + " links that weigh most are drawn.");
      edges = edges.subList(0, MOST_EDGES);
    }
    return new PictureGraph(nodes, edges, cuts.isEmpty() ? null : String.join(" ", cuts));
  }

  private static boolean drawn(EntityId id, @Nullable EntityId subject, Set<EntityId> only) {
    return only.isEmpty() || only.contains(id) || id.equals(subject);
  }

  private static List<Node> bundles(
      List<HeldEntity> entities, List<HeldLink> links, @Nullable EntityId subject) {
    Set<EntityId> ownAssets = new HashSet<>();
    Map<EntityId, Set<String>> signatures = new HashMap<>();
    for (HeldLink link : links) {
      if (link.type() == LinkType.PUBLISHES_ON) {
        ownAssets.add(link.to());
      }
      signatures
          .computeIfAbsent(link.from(), id -> new TreeSet<>())
          .add(link.type() + " to " + link.to());
      signatures
          .computeIfAbsent(link.to(), id -> new TreeSet<>())
          .add(link.type() + " of " + link.from());
    }
    Map<List<Object>, List<HeldEntity>> alike = new LinkedHashMap<>();
    for (HeldEntity entity : entities) {
      int column = column(entity.id(), ownAssets);
      Set<String> signature = signatures.getOrDefault(entity.id(), Set.of());
      boolean own = entity.id().equals(subject);
      alike
          .computeIfAbsent(
              List.of(entity.id().kind(), column, signature, own), key -> new ArrayList<>())
          .add(entity);
    }
    List<Node> nodes = new ArrayList<>();
    alike.forEach(
        (key, group) -> {
          int column = (Integer) key.get(1);
          boolean own = (Boolean) key.get(3);
          if (group.size() < BUNDLE) {
            group.forEach(e -> nodes.add(node(List.of(e), column, e.name(), e.detail(), own)));
          } else {
            String names =
                String.join(", ", group.stream().limit(3).map(HeldEntity::name).toList());
            String plural = PictureKinds.plural(group.get(0).id().kind());
            nodes.add(node(group, column, group.size() + " " + plural, names + ", …", own));
          }
        });
    return nodes;
  }

  private static Node node(
      List<HeldEntity> group, int column, String name, String detail, boolean subject) {
    List<EntityId> ids = group.stream().map(HeldEntity::id).toList();
    return new Node(ids.get(0).kind(), column, name, detail, ids, subject);
  }

  private static int column(EntityId id, Set<EntityId> ownAssets) {
    return switch (id.kind()) {
      case CLUSTER, SOURCE -> 0;
      case ACCOUNT, PAGE, GROUP -> ownAssets.contains(id) ? 4 : 1;
      case DOMAIN -> ownAssets.contains(id) ? 4 : 2;
      case INDICATOR, ARTIFACT -> 3;
      case MEDIA_OUTLET -> 5;
      case ORGANIZATION -> 6;
      case STATE -> 7;
    };
  }

  private static Map<EntityId, Integer> neighbours(List<HeldLink> links) {
    Map<EntityId, Set<EntityId>> sets = new HashMap<>();
    for (HeldLink link : links) {
      sets.computeIfAbsent(link.from(), id -> new HashSet<>()).add(link.to());
      sets.computeIfAbsent(link.to(), id -> new HashSet<>()).add(link.from());
    }
    Map<EntityId, Integer> counts = new HashMap<>();
    sets.forEach((id, set) -> counts.put(id, set.size()));
    return counts;
  }

  private static List<Node> chosen(Collection<Node> all, Map<EntityId, Integer> neighbours) {
    List<Node> chosen = new ArrayList<>(all);
    if (chosen.size() > MOST_NODES) {
      chosen.sort(
          Comparator.comparing(Node::subject, Comparator.reverseOrder())
              .thenComparing(node -> -neighbours.getOrDefault(node.entities().get(0), 0))
              .thenComparing(node -> node.entities().get(0)));
      chosen = new ArrayList<>(chosen.subList(0, MOST_NODES));
    }
    chosen.sort(
        Comparator.comparingInt(Node::column).thenComparing(node -> node.entities().get(0)));
    return chosen;
  }

  private static List<Edge> edges(List<HeldLink> links, List<Node> nodes) {
    Map<EntityId, Integer> place = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      int number = i;
      nodes.get(i).entities().forEach(id -> place.put(id, number));
    }
    Map<Ends, Edge> edges = new LinkedHashMap<>();
    for (HeldLink link : links) {
      Integer from = place.get(link.from());
      Integer to = place.get(link.to());
      if (from != null && to != null) {
        Hypothesis hypothesis = link.type().hypothesis();
        boolean claim = "proposed".equals(link.status());
        Edge edge =
            new Edge(
                from,
                to,
                hypothesis,
                new TreeSet<>(Set.of(link.type())),
                new TreeSet<>(Set.of(link.source())),
                link.count(),
                claim);
        edges.merge(new Ends(from, to, hypothesis, claim), edge, PictureGraph::together);
      }
    }
    return edges.values().stream()
        .sorted(
            Comparator.comparing(Edge::hypothesis)
                .thenComparing(edge -> -edge.count())
                .thenComparing(Edge::from)
                .thenComparing(Edge::to))
        .toList();
  }

  private static Edge together(Edge one, Edge other) {
    one.types().addAll(other.types());
    one.sources().addAll(other.sources());
    return new Edge(
        one.from(),
        one.to(),
        one.hypothesis(),
        one.types(),
        one.sources(),
        one.count() + other.count(),
        one.claim());
  }

  /** Of each column that holds anything its place among these; by column. */
  Map<Integer, Integer> places() {
    Map<Integer, Integer> places = new TreeMap<>();
    nodes.forEach(node -> places.putIfAbsent(node.column(), 0));
    int next = 0;
    for (Map.Entry<Integer, Integer> entry : places.entrySet()) {
      entry.setValue(next++);
    }
    return places;
  }
}
