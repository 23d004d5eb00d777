package org.clew.api.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/** What analysts wrote of the entities in a brief, as far as its reader may know it. */
final class BriefNotes {
  private static final int MOST = 100;

  private final List<Note> notes = new ArrayList<>();

  private record Note(
      EntityId entity, EntityId source, String text, @Nullable Object assessment, boolean ofLink) {}

  void add(EntityId entity, EntityId source, SortedMap<String, Object> properties) {
    Object remark = properties.get(Attribute.REMARK.key());
    if (remark != null && notes.size() < MOST) {
      notes.add(
          new Note(
              entity,
              source,
              remark.toString(),
              properties.get(Attribute.ASSESSMENT.key()),
              properties.containsKey(Attribute.ABOUT.key())));
    }
  }

  void write(HeldGraph graph, Tlp reader, XmlOut xml) throws IOException {
    List<Note> shown =
        notes.stream().filter(note -> isFor(reader, graph.sources().get(note.source()))).toList();
    if (shown.isEmpty()) {
      return;
    }
    xml.element("h2", "Analysts' notes").line().start("ul").line();
    for (Note note : shown) {
      String whom = graph.name(note.entity()) + (note.ofLink() ? ", on a link" : "");
      xml.start("li").element("strong", whom).text(": ");
      if (note.assessment() != null) {
        xml.element("em", "assessed as " + Shown.text(note.assessment().toString())).text(". ");
      }
      xml.text(Shown.text(note.text()));
      xml.start("span").token("class", "quiet");
      xml.text(origin(graph.sources().get(note.source()))).end().end().line();
    }
    xml.end().line();
    xml.start("p").token("class", "quiet");
    xml.text("Notes are the judgement of those who signed them; no chain rests on them.");
    xml.end().line();
  }

  private static boolean isFor(Tlp reader, @Nullable SourceView source) {
    String level = source == null ? null : source.tlp();
    return level == null || Tlp.ofWord(level).isFor(reader);
  }

  private static String origin(@Nullable SourceView source) {
    if (source == null) {
      return "";
    }
    String by = source.publisher() == null ? "" : Shown.text(source.publisher()) + ", ";
    return " (" + by + Shown.text(String.valueOf(source.date())) + ")";
  }
}
