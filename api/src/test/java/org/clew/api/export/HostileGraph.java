package org.clew.api.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.cypher.claim.Claims;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.model.claim.Claim;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * A generated graph of every kind, type and attribute, whose texts are of the worst sort: some
 * entities with several sources, links with and without each optional part, claims, measures.
 */
public final class HostileGraph {
  public static final List<String> TEXTS =
      List.of(
          "<script>alert(1)</script>",
          "</data></node>]]><![CDATA[ & \"x\" 'y'",
          "=HYPERLINK(\"http://a.com\")",
          "+1+cmd|' /C calc'!A0",
          "-2+3+cmd|' /C calc'!A0",
          "@SUM(1+1)*cmd|' /C calc'!A0",
          "\t=1+1",
          "half \ud83d and \udc00 of a pair",
          "'}) DETACH DELETE n //",
          "\\u0027}) DETACH DELETE n // \\\\u0027 \\",
          "abc \u202egnp.exe\u202c \u200f\u2066",
          "\u0000\u0001\u001f\u007f\u0085\u2028\u2029\ufffe",
          "line\r\nbreak\ttab\rreturn\nend ",
          "_x0041_ _x005F_x0041_ _x",
          "😀 ﷽ e\u0301",
          "[\"a\",1] {\"b\": null}",
          " blanks at both ends ");

  /** More than a megabyte. */
  private static final String LONG = "x".repeat(600_000) + "é\u0001<&'".repeat(90_000);

  private static final List<String> DATES =
      List.of("2017", "2018-08", "2018-08-21", "2018-08-21T10:15:00Z");

  private final Random random;
  private final List<EntityId> ids = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();

  private HostileGraph(long seed) {
    random = new Random(seed);
  }

  /** Fills an empty graph. */
  public static void write(GraphStore store, long seed) {
    HostileGraph graph = new HostileGraph(seed);
    GraphWriter.of(store).write(graph.facts(), "generated", GraphWriter.Progress.NONE);
    graph.claims().forEach(claim -> new Claims(store).propose(List.of(claim)));
  }

  private Facts facts() {
    addSources();
    addIds();
    List<Link> links = links();
    List<StatedEntity> entities = new ArrayList<>();
    for (EntityId id : ids) {
      for (Source source : some(sources, 3)) {
        entities.add(
            new StatedEntity(
                Entity.of(id, random.nextInt(4) == 0 ? id.local() : text(), attributes()),
                source.id(),
                some(TEXTS, 3)));
      }
    }
    entities.add(
        new StatedEntity(
            Entity.of(EntityId.domain("long.org"), LONG, Map.of("note", LONG)),
            sources.get(1).id(),
            List.of(LONG)));
    SortedMap<String, SortedMap<String, Object>> measures = new TreeMap<>();
    measures.put(links.get(0).id(), measured());
    measures.put(links.get(1).id(), measured());
    measures.put(sources.get(0).id().value(), measured());
    return new Facts(sources, entities, links, measures);
  }

  private SortedMap<String, Object> measured() {
    return new TreeMap<>(
        Map.of(
            "weight", 3.0, "q", 1.0e-12, "mode", text(), "window", 60L, "signals", List.of("a")));
  }

  private void addSources() {
    List<EntityId> before = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      EntityId id = EntityId.source("s" + i + (i == 5 ? " <&'\u202e" : ""));
      sources.add(
          new Source(
              id,
              text(),
              maybe(text()),
              date(),
              grade(),
              maybe(text()),
              maybe(text()),
              maybe("ab".repeat(32)),
              maybe(text()),
              maybe(text()),
              some(before, 2),
              random.nextBoolean() ? one(List.of(Tlp.values())) : null));
      before.add(id);
    }
  }

  private void addIds() {
    Set<EntityId> made = new LinkedHashSet<>();
    int next = 0;
    for (EntityKind kind : EntityKind.values()) {
      if (kind == EntityKind.SOURCE) {
        continue;
      }
      for (int i = 0; i < 4; i++) {
        made.add(new EntityId(kind.idPrefix() + ":" + prefix(kind) + i));
        made.add(new EntityId(kind.idPrefix() + ":" + prefix(kind) + TEXTS.get(next)));
        next = (next + 1) % TEXTS.size();
      }
      made.add(new EntityId(kind.idPrefix() + ":plain"));
    }
    ids.addAll(made);
  }

  private static String prefix(EntityKind kind) {
    return switch (kind) {
      case ACCOUNT, PAGE, GROUP -> "x:@";
      case INDICATOR -> "tracker/ga:";
      case ARTIFACT -> "url:";
      default -> "";
    };
  }

  private Map<String, Object> attributes() {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Attribute attribute : Attribute.values()) {
      if (random.nextInt(4) == 0) {
        attributes.put(
            attribute.key(),
            switch (attribute.type()) {
              case LONG -> random.nextLong();
              case DOUBLE -> random.nextBoolean() ? random.nextGaussian() * 1e-9 : -1.0;
              case BOOLEAN -> random.nextBoolean();
              case LIST -> List.of(text(), text());
              case STRING -> text();
            });
      }
    }
    return attributes;
  }

  private List<Link> links() {
    Map<String, Link> links = new LinkedHashMap<>();
    for (LinkType type : LinkType.values()) {
      if (type == LinkType.SAME_AS) {
        continue;
      }
      for (int i = 0; i < 8; i++) {
        EntityId from = end(type, null);
        Link link =
            new Link(
                from,
                type,
                end(type, from),
                one(sources).id(),
                date(),
                date(),
                1 + random.nextInt(5),
                one(Arrays.asList(Basis.values())),
                maybe("tracker/ga4"),
                random.nextBoolean() ? grade() : null,
                some(TEXTS, 5),
                maybe(text()));
        links.put(link.id(), link);
      }
    }
    return List.copyOf(links.values());
  }

  private EntityId end(LinkType type, @Nullable EntityId from) {
    while (true) {
      EntityId id = one(ids);
      EntityId other = from == null ? one(ids) : from;
      if (from == null
          ? type.joins(id.kind(), other.kind())
          : type.joins(other.kind(), id.kind())) {
        return id;
      }
    }
  }

  private List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      claims.add(
          new Claim(
              one(ids),
              one(ids),
              i % 3 == 0 ? Claims.PROPOSALS : one(sources).id(),
              one(Arrays.asList(Claim.Status.values())),
              text(),
              some(TEXTS, 2)));
    }
    return claims;
  }

  private String text() {
    return one(TEXTS);
  }

  private Grade grade() {
    return new Grade((char) ('A' + random.nextInt(6)), 1 + random.nextInt(6));
  }

  private @Nullable PartialDate date() {
    return random.nextInt(3) == 0 ? null : new PartialDate(one(DATES));
  }

  private @Nullable String maybe(String text) {
    return random.nextBoolean() ? text : null;
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> List<T> some(List<T> list, int most) {
    Set<T> some = new LinkedHashSet<>();
    for (int i = random.nextInt(most); i >= 0 && !list.isEmpty(); i--) {
      some.add(one(list));
    }
    return List.copyOf(some);
  }
}
