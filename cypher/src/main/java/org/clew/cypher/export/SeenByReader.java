package org.clew.cypher.export;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.source.Readership;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;

/**
 * Hands on of a graph what a reader may see: no hidden source nor what it says, and of an entity
 * only what the others say of it. That a visible source derives from a hidden one is left out.
 */
final class SeenByReader implements GraphVisitor {
  private static final String DERIVES_FROM = "derivesFrom";
  private static final int CHUNK = 500;

  private final Readership reader;
  private final Function<List<EntityId>, List<EntityView>> asSeen;
  private final GraphVisitor visitor;
  private final List<EntityId> waiting = new ArrayList<>();

  /**
   * A filter before a visitor.
   *
   * @param asSeen entities as the reader may know them, by id, without those he may not
   */
  SeenByReader(
      Readership reader, Function<List<EntityId>, List<EntityView>> asSeen, GraphVisitor visitor) {
    this.reader = reader;
    this.asSeen = asSeen;
    this.visitor = visitor;
  }

  @Override
  public void source(SourceView source) {
    if (reader.sees(source.id())) {
      visitor.source(open(source));
    }
  }

  @Override
  public void source(SourceView source, SortedMap<String, Object> properties) {
    if (reader.sees(source.id())) {
      SourceView open = open(source);
      properties.computeIfPresent(DERIVES_FROM, (key, value) -> open.derivesFrom());
      visitor.source(open, properties);
    }
  }

  @Override
  public void entity(EntityView entity) {
    waiting.add(entity.id());
    if (waiting.size() >= CHUNK) {
      flush();
    }
  }

  @Override
  public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties) {
    flush();
    if (reader.sees(source)) {
      visitor.statement(entity, source, properties);
    }
  }

  @Override
  public boolean namesEnds() {
    return false;
  }

  @Override
  public void link(LinkView link) {
    flush();
    if (reader.sees(link.source())) {
      visitor.link(open(link));
    }
  }

  @Override
  public void link(LinkView link, SortedMap<String, Object> properties) {
    flush();
    if (reader.sees(link.source())) {
      visitor.link(open(link), properties);
    }
  }

  /** Hands on the entities that wait for others. */
  void flush() {
    if (!waiting.isEmpty()) {
      List<EntityId> chunk = List.copyOf(waiting);
      waiting.clear();
      asSeen.apply(chunk).forEach(visitor::entity);
    }
  }

  /** A link's view names its ends as the whole graph does. */
  private static LinkView open(LinkView link) {
    return link.withNames(link.from().local(), link.to().local());
  }

  private SourceView open(SourceView source) {
    return source.withDerivesFrom(
        source.derivesFrom().stream().filter(id -> reader.sees(new EntityId(id))).toList());
  }
}
