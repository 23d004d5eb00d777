package org.clew.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;

/** The picture for a slide, with title, legend, sources and the date of the data. */
final class SvgWriter extends HeldGraphWriter {
  static final String CAVEAT = "Coordination is not proof of inauthenticity.";
  private static final int SOURCES_SHOWN = 30;

  private final ExportOptions options;
  private final OutputStream out;

  SvgWriter(ExportOptions options, OutputStream out) {
    this.options = options;
    this.out = out;
  }

  @Override
  public void end() throws IOException {
    Citations citations = new Citations();
    XmlOut xml = new XmlOut(out);
    EntityId subject = options.subject();
    PictureGraph drawn = PictureGraph.of(graph, subject, Set.of());
    SvgPicture picture = new SvgPicture(drawn, citations, xml);
    picture.write(above(drawn), below(citations, picture.columns()));
    xml.flush();
  }

  private List<String> above(PictureGraph drawn) {
    EntityId subject = options.subject();
    List<String> above = new ArrayList<>();
    above.add(subject == null ? "What is linked to whom" : Shown.fitting(graph.name(subject), 70));
    String date = graph.latest();
    above.add(
        String.format(
            Locale.ROOT,
            "%,d entities, %,d links.%s",
            graph.entityCount(),
            graph.linkCount(),
            date == null ? "" : " Latest date in the data: " + date + "."));
    String truncated = options.truncated();
    if (truncated != null) {
      above.add(truncated);
    }
    if (drawn.cut() != null) {
      above.add(drawn.cut());
    }
    return above;
  }

  private List<String> below(Citations citations, int columns) {
    List<String> below = new ArrayList<>();
    List<EntityId> cited = citations.cited();
    for (int i = 0; i < Math.min(SOURCES_SHOWN, cited.size()); i++) {
      SourceView source = graph.sources().get(cited.get(i));
      String text = source == null ? cited.get(i).local() : sentence(source);
      below.add(Shown.fitting("[" + (i + 1) + "] " + text, columns));
    }
    int more = cited.size() - SOURCES_SHOWN;
    if (more > 0) {
      below.add("… and " + more + (more == 1 ? " more source." : " more sources."));
    }
    below.add(
        graph.level(options.tlp()).label() + ". A picture of links, not a verdict. " + CAVEAT);
    return below;
  }

  private static String sentence(SourceView source) {
    String publisher = source.publisher() == null ? "" : source.publisher() + ", ";
    String date = source.date() == null ? "" : ", " + source.date();
    return publisher + Shown.text(source.title()) + date + " (grade " + source.grade() + ")";
  }
}
