package org.clew.api.http;

import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.clew.api.Json;
import org.clew.api.entity.EntityDocument;
import org.clew.api.export.ExportFormat;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.export.GraphVisitor;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.source.SourceView;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;

/** Writes a part of the graph as a {@link ViewDocument}. */
final class ViewRenderer implements SubgraphRenderer {
  private static final MediaType TYPE = MediaType.of("application/vnd.clew.view+json");

  /** Between a few hundred entities there can be any number of links. */
  private static final int MAX_LINKS = 5_000;

  @Override
  public MediaType mediaType() {
    return TYPE;
  }

  @Override
  public Optional<ExportFormat> format() {
    return Optional.empty();
  }

  @Override
  public void render(Around around, OutputStream out) {
    Collector collector = new Collector();
    around.graph().visit(around.part(), collector);
    try {
      Json.mapper().writeValue(out, collector.document(around.part()));
    } catch (IOException e) {
      throw new ClewException(Reason.UNAVAILABLE, "The subgraph cannot be written.", e);
    }
  }

  private static final class Collector implements GraphVisitor {
    private final List<EntityDocument> nodes = new ArrayList<>();
    private final List<LinkView> links = new ArrayList<>();
    private boolean moreLinks;

    @Override
    public void source(SourceView source) {}

    @Override
    public void entity(EntityView entity) {
      nodes.add(EntityDocument.of(entity));
    }

    @Override
    public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties) {}

    @Override
    public void link(LinkView link) {
      if (links.size() < MAX_LINKS) {
        links.add(link);
      } else {
        moreLinks = true;
      }
    }

    ViewDocument document(Subgraph part) {
      List<String> reasons = new ArrayList<>();
      String truncated = part.truncated();
      if (truncated != null) {
        reasons.add(truncated);
      }
      if (moreLinks) {
        reasons.add("Only the first " + MAX_LINKS + " links are included.");
      }
      return new ViewDocument(
          nodes, links, reasons.isEmpty() ? null : Map.of("reason", String.join(" ", reasons)));
    }
  }
}
