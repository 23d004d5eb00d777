package org.clew.benchmarks.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;

/** Facts of the shape that an archive of posts aggregates to: one source, accounts and domains. */
final class SampleFacts {
  private static final int LINKS_PER_ACCOUNT = 8;
  private static final int DOMAINS = 4_000;
  private static final PartialDate DAY = new PartialDate("2018-08-21");

  private SampleFacts() {}

  static Facts of(int links) {
    EntityId source = EntityId.source("archive");
    int accounts = links / LINKS_PER_ACCOUNT;
    Map<EntityId, StatedEntity> entities = new TreeMap<>();
    for (int i = 0; i < accounts; i++) {
      put(entities, source, account(i), attributes(i));
    }
    for (int i = 0; i < DOMAINS; i++) {
      put(entities, source, domain(i), Map.of("registrableDomain", "site" + i + ".example"));
    }
    Map<String, Link> byId = new TreeMap<>();
    SplittableRandom random = new SplittableRandom(1);
    while (byId.size() < links) {
      Link link = link(random, accounts, source);
      byId.put(link.id(), link);
    }
    return new Facts(
        List.of(source(source)), List.copyOf(entities.values()), new ArrayList<>(byId.values()));
  }

  private static Source source(EntityId id) {
    return new Source(
        id, "Archive", null, null, new Grade('A', 2), null, null, null, null, null, List.of());
  }

  private static void put(
      Map<EntityId, StatedEntity> entities,
      EntityId source,
      EntityId id,
      Map<String, Object> attributes) {
    Entity entity = Entity.of(id, id.local(), attributes);
    entities.put(id, new StatedEntity(entity, source, List.of("posts.csv:17", "posts.csv:170")));
  }

  private static Map<String, Object> attributes(int number) {
    return Map.of(
        "platform", "x",
        "handle", "user_" + number,
        "displayName", "User " + number,
        "followers", (long) number,
        "created", "2015-02-11");
  }

  private static Link link(SplittableRandom random, int accounts, EntityId source) {
    EntityId from = account(skewed(random, accounts));
    boolean page = random.nextInt(3) == 0;
    EntityId to = page ? domain(skewed(random, DOMAINS)) : account(skewed(random, accounts));
    LinkType type =
        page ? LinkType.LINKS_TO : random.nextBoolean() ? LinkType.AMPLIFIES : LinkType.MENTIONS;
    return new Link(
        from,
        type,
        to,
        source,
        DAY,
        DAY,
        1 + random.nextInt(20),
        Basis.OBSERVED,
        null,
        null,
        List.of("posts.csv:17", "posts.csv:39411"),
        null);
  }

  private static int skewed(SplittableRandom random, int bound) {
    double share = random.nextDouble();
    return (int) (bound * share * share);
  }

  private static EntityId account(int number) {
    return EntityId.account("x", Long.toString(100_000_000L + number * 7_919L));
  }

  private static EntityId domain(int number) {
    return EntityId.domain("site" + number + ".example");
  }
}
