package org.clew.api.export;

import java.io.IOException;
import java.util.SortedMap;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.source.SourceView;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;

/**
 * Translates the failures of a stream, and gives links back the grade of their own: the view shows
 * the source's grade where a link has none, which an import would take for the link's.
 */
final class GuardedExport implements GraphExport {
  @FunctionalInterface
  interface Opening {
    DocumentWriter open() throws IOException;
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private final DocumentWriter document;

  GuardedExport(Opening opening) {
    try {
      document = opening.open();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void source(SourceView source) {
    guard(() -> document.source(source, GraphProperties.of(source)));
  }

  @Override
  public void source(SourceView source, SortedMap<String, Object> properties) {
    guard(() -> document.source(source, GraphProperties.ofSource(source, properties)));
  }

  @Override
  public void entity(EntityView entity) {
    guard(() -> document.entity(entity));
  }

  @Override
  public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties) {
    guard(() -> document.statement(entity, source, properties));
  }

  @Override
  public boolean namesEnds() {
    return document.namesEnds();
  }

  @Override
  public void link(LinkView link) {
    guard(() -> document.link(link, GraphProperties.of(link)));
  }

  @Override
  public void link(LinkView link, SortedMap<String, Object> properties) {
    Object grade = properties.get(GraphSchema.GRADE);
    LinkView own = link.withGrade(grade == null ? null : grade.toString());
    guard(() -> document.link(own, GraphProperties.withoutEmpty(properties)));
  }

  @Override
  public void end() {
    guard(document::end);
  }

  private static void guard(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static ClewException failure(IOException cause) {
    return new ClewException(Reason.UNAVAILABLE, "The export cannot be written.", cause);
  }
}
