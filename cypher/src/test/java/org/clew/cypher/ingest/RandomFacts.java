package org.clew.cypher.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
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

/** Facts with all types of attributes, contradicting sources and texts that hurt. */
final class RandomFacts {
  private static final List<String> TEXTS =
      List.of(
          "plain",
          "",
          " blank around ",
          "two\nlines\r\nand\ra half",
          "\"quoted\", and; 'so' on",
          "back\\slash\\\"",
          "\u202bright to left\u202c \ufeff",
          "nul\u0000 and \u0002 and tab\t",
          "emoji \ud83d\ude00",
          "=1+1",
          "0",
          "true",
          "\u001f");
  private static final List<String> GRADES = List.of("A1", "B2", "B2", "F6", "E5");
  private static final LinkType[] TYPES = {LinkType.LINKS_TO, LinkType.USES, LinkType.SAME_AS};

  private final Random random;

  private RandomFacts(long seed) {
    random = new Random(seed);
  }

  static Facts of(long seed, int entities, int links) {
    return new RandomFacts(seed).facts(entities, links);
  }

  private Facts facts(int count, int linkCount) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < GRADES.size(); i++) {
      sources.add(source(i));
    }
    Map<String, StatedEntity> stated = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      EntityId id = id(i);
      for (int said = random.nextInt(3); said >= 0; said--) {
        EntityId source = sources.get(random.nextInt(sources.size())).id();
        String name = random.nextInt(4) == 0 ? id.local() : "name " + text();
        Entity entity = Entity.of(id, name, attributes());
        stated.put(id + " " + source, new StatedEntity(entity, source, texts()));
      }
    }
    Map<String, Link> links = new TreeMap<>();
    SortedMap<String, SortedMap<String, Object>> measures = new TreeMap<>();
    if (random.nextBoolean()) {
      measures.put("source:s1", new TreeMap<>(Map.of("quality", 0.0, "window", 60L)));
    }
    for (int i = 0; i < linkCount; i++) {
      Link link = link(id(random.nextInt(count)), id(random.nextInt(count)), sources);
      links.put(link.id(), link);
      if (random.nextInt(8) == 0) {
        measures.put(link.id(), new TreeMap<>(Map.of("overlap", random.nextDouble())));
      }
    }
    return new Facts(sources, List.copyOf(stated.values()), List.copyOf(links.values()), measures);
  }

  private Source source(int number) {
    EntityId id = EntityId.source("s" + number);
    List<EntityId> origins = number == 0 ? List.of() : List.of(EntityId.source("s0"));
    return new Source(
        id,
        "Title " + text(),
        number % 2 == 0 ? "publisher " + text() : null,
        number % 2 == 0 ? new PartialDate("2018-08") : null,
        Grade.parse(GRADES.get(number)),
        null,
        null,
        null,
        null,
        "clew",
        origins);
  }

  private Link link(EntityId from, EntityId to, List<Source> sources) {
    boolean dated = random.nextBoolean();
    return new Link(
        from,
        TYPES[random.nextInt(TYPES.length)],
        to,
        sources.get(random.nextInt(sources.size())).id(),
        dated ? new PartialDate("2017") : null,
        dated ? new PartialDate("2018-08-21T10:15:00Z") : null,
        random.nextInt(1_000),
        Basis.values()[random.nextInt(Basis.values().length)],
        dated ? "tracker/ga" : null,
        dated ? null : Grade.parse("B3"),
        texts(),
        dated ? text() : null);
  }

  private Map<String, Object> attributes() {
    Map<String, Object> attributes = new TreeMap<>();
    maybe(attributes, "note", text());
    maybe(attributes, "handle", text());
    maybe(attributes, "followers", random.nextLong());
    maybe(attributes, "latitude", random.nextDouble() * 180 - 90);
    maybe(attributes, "shortener", random.nextBoolean());
    maybe(attributes, "formerHandles", texts());
    maybe(attributes, "created", random.nextBoolean() ? "2018" : Long.valueOf(2018));
    return attributes;
  }

  private void maybe(Map<String, Object> attributes, String key, Object value) {
    if (random.nextBoolean()) {
      attributes.put(key, value);
    }
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      texts.add("item " + TEXTS.get(random.nextInt(TEXTS.size() - 1)));
    }
    return texts;
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private static EntityId id(int number) {
    return number % 3 == 0
        ? EntityId.account("x", "ab+/=\"" + number + ", E+17")
        : EntityId.domain("site" + number + ".example");
  }
}
