package org.clew.api.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;

/** A drawing for Graphviz: entities and links. Who says so is the tooltip of a link. */
final class DotWriter implements DocumentWriter {
  private final Writer out;

  DotWriter(ExportOptions options, OutputStream stream) throws IOException {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write("digraph clew {\n  charset=\"UTF-8\";\n  rankdir=LR;\n");
    String truncated = options.truncated();
    if (truncated != null) {
      out.write("  label=" + label(truncated) + ";\n");
    }
    out.write("  node [style=filled, fillcolor=white, fontname=\"sans-serif\"];\n");
    out.write("  edge [fontname=\"sans-serif\", fontsize=10];\n");
  }

  @Override
  public void source(SourceView source, SortedMap<String, Object> properties) {
    // A source is no part of the picture.
  }

  @Override
  public void entity(EntityView entity) throws IOException {
    out.write("  " + id(entity.id()) + " [label=" + label(entity.name()));
    out.write(", tooltip=" + label(entity.id().value()) + shape(entity.id().kind()) + "];\n");
  }

  @Override
  public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties) {
    // Nor is what a source says of an entity.
  }

  @Override
  public void link(LinkView link, SortedMap<String, Object> properties) throws IOException {
    String count = link.count() > 1 ? " ×" + link.count() : "";
    out.write("  " + id(link.from()) + " -> " + id(link.to()));
    out.write(" [label=" + label(link.type().name() + count));
    out.write(", tooltip=" + label(link.source().value()) + "];\n");
  }

  @Override
  public void end() throws IOException {
    out.write("}\n");
    out.flush();
  }

  private static String shape(EntityKind kind) {
    return switch (kind) {
      case ACCOUNT, PAGE, GROUP -> ", shape=ellipse";
      case DOMAIN -> ", shape=box";
      case MEDIA_OUTLET -> ", shape=box, style=\"filled,rounded\", fillcolor=lightblue";
      case ORGANIZATION -> ", shape=house";
      case STATE -> ", shape=octagon, fillcolor=mistyrose";
      case CLUSTER -> ", shape=doublecircle, fillcolor=lightyellow";
      case INDICATOR -> ", shape=diamond";
      case ARTIFACT, SOURCE -> ", shape=note";
    };
  }

  /** An id in quotes: two ids never become one, and a backslash before a quote means nothing. */
  private static String id(EntityId id) {
    return quoted(XmlText.oneLine(id.value()).replace("\\", "_x005C_"));
  }

  /**
   * A text in quotes as pictures show it: Graphviz would read entities and backslash escapes in it,
   * and other readers a backslash at its end as one of the quote.
   */
  private static String label(String text) {
    String shown = XmlText.oneLine(Shown.text(text)).replace("&", "&amp;").replace("\\", "\\\\");
    return quoted(shown.endsWith("\\") ? shown + " " : shown);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\\\"") + '"';
  }
}
