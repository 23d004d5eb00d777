package org.clew.api.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.source.SourceView;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;

/**
 * Translates the failures of a stream, and gives links back the grade of their own: the view shows
 * the source's grade where a link has none, which an import would take for the link's. It remembers
 * the grade of each source for that.
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
  private final Map<EntityId, String> grades = new HashMap<>();

  GuardedExport(Opening opening) {
    try {
      document = opening.open();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void source(SourceView source) {
    grades.put(source.id(), source.grade());
    guard(() -> document.source(source));
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
  public void link(LinkView link) {
    guard(() -> document.link(withOwnGrade(link)));
  }

  @Override
  public void end() {
    guard(document::end);
  }

  private LinkView withOwnGrade(LinkView link) {
    String grade = link.grade();
    if (grade == null || !grade.equals(grades.get(link.source()))) {
      return link;
    }
    return new LinkView(
        link.id(),
        link.from(),
        link.fromName(),
        link.type(),
        link.to(),
        link.toName(),
        link.hypothesis(),
        link.source(),
        link.sourceTitle(),
        null,
        link.basis(),
        link.evidenceKind(),
        link.firstSeen(),
        link.lastSeen(),
        link.count(),
        link.evidence(),
        link.note(),
        link.status());
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
