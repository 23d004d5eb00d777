package org.clew.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.clew.api.attribution.AttributionDocument;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * The intelligence brief: one file that is HTML and XML at once, without script, reference or
 * network. It leads with the verdict where there is one.
 */
final class BriefWriter extends HeldGraphWriter {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  /** Holds no quote, ampersand or angle bracket, which HTML and XML read differently here. */
  private static final String STYLE =
      """
      @page { size: A4; margin: 16mm 14mm; }
      body { font: 15px/1.45 Helvetica, Arial, sans-serif; color: #1b2330; background: #fff;
             max-width: 62rem; margin: 2rem auto; padding: 0 1.5rem; }
      header { border-bottom: 3px solid #1b2330; margin-bottom: 1rem; }
      h1 { font-size: 1.9rem; line-height: 1.2; margin: .2rem 0 .3rem; }
      h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem; border-bottom: 1px solid #d9dde4; }
      h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
      p, li { margin: .25rem 0; } ul, ol { padding-left: 1.4rem; margin: .2rem 0; }
      li, p, td, h1, h2, h3 { unicode-bidi: isolate; overflow-wrap: anywhere; }
      .quiet { color: #5b6676; font-size: .85rem; }
      .marking { font-weight: bold; letter-spacing: .06em; font-size: .8rem; margin: 0; }
      .verdict { border-left: 6px solid #0b5cad; background: #eef3f9; padding: .7rem 1rem; }
      .verdict p { font-size: 1.2rem; font-weight: bold; margin: 0; }
      .verdict .measure { font-size: .9rem; font-weight: normal; margin-top: .2rem; }
      .caveat { border: 1px solid #b98900; background: #fdf3df; padding: .4rem .8rem; }
      table { border-collapse: collapse; width: 100%; font-size: .82rem; }
      th, td { text-align: left; vertical-align: top; padding: .25rem .5rem .25rem 0;
               border-bottom: 1px solid #d9dde4; }
      .short { white-space: nowrap; overflow-wrap: normal; }
      .hash { font-family: monospace; font-size: .7rem; color: #5b6676; }
      figure { margin: .5rem 0; } svg { width: 100%; height: auto; max-height: 240mm; }
      @media print { body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; }
        .verdict, .caveat, figure, tr, li { break-inside: avoid; }
        .marking { break-before: avoid; } h2, h3 { break-after: avoid; }
        .verdict, .caveat { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
      """;

  private final Citations citations = new Citations();
  private final BriefNotes notes = new BriefNotes();
  private final ExportOptions options;
  private final OutputStream out;

  BriefWriter(ExportOptions options, OutputStream out) {
    this.options = options;
    this.out = out;
  }

  @Override
  public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties) {
    super.statement(entity, source, properties);
    notes.add(entity, source, properties);
  }

  @Override
  public void end() throws IOException {
    XmlOut xml = new XmlOut(out, "<!DOCTYPE html>\n");
    xml.start("html").token("xmlns", "http://www.w3.org/1999/xhtml").token("lang", "en").line();
    head(xml);
    xml.start("body").line();
    header(xml);
    AttributionDocument verdict = options.verdict();
    BriefVerdict judged =
        verdict == null
            ? null
            : new BriefVerdict(verdict, citations, graph.sources().keySet(), xml);
    if (judged != null) {
      judged.lead();
    }
    xml.start("p").token("class", "caveat").text(SvgWriter.CAVEAT);
    xml.text(" Who shares or is linked need not know by whom content is made.").end().line();
    if (judged != null) {
      judged.reasons();
    }
    notes.write(graph, options.tlp(), xml);
    Set<EntityId> onChains = judged == null ? Set.of() : judged.onChains();
    picture(xml, onChains);
    if (judged != null) {
      judged.inputs();
    }
    if (onChains.isEmpty()) {
      new BriefSummary(graph, citations, xml).write();
    }
    sources(xml);
    if (judged != null) {
      judged.method();
    }
    xml.start("p").token("class", "marking").text(marking()).end().line();
    xml.end().line().end().line();
    xml.flush();
  }

  private void head(XmlOut xml) throws IOException {
    xml.start("head").line();
    xml.start("meta").token("charset", "utf-8").end().line();
    xml.start("meta").token("http-equiv", "Content-Security-Policy");
    xml.token("content", POLICY).end().line();
    xml.start("meta").token("name", "viewport").token("content", "width=device-width").end().line();
    xml.element("title", title() + " – intelligence brief").line();
    xml.start("style").text(STYLE).end().line();
    xml.end().line();
  }

  private void header(XmlOut xml) throws IOException {
    xml.start("header").line();
    xml.start("p").token("class", "marking").text("INTELLIGENCE BRIEF · " + marking());
    xml.end().line().element("h1", title()).line();
    xml.start("p").token("class", "quiet").text(subtitle()).end().line();
    String truncated = options.truncated();
    if (truncated != null) {
      xml.start("p").token("class", "quiet").text(truncated).end().line();
    }
    xml.end().line();
  }

  /**
   * The level, and whether it is only what a brief gets where neither reader nor source has one.
   */
  private String marking() {
    Tlp level = graph.level(options.tlp());
    boolean setByNobody = options.byDefault() && !level.equals(graph.level(Tlp.CLEAR));
    return level.label() + (setByNobody ? " (default, set by nobody)" : "");
  }

  private String title() {
    AttributionDocument verdict = options.verdict();
    EntityId subject = options.subject();
    if (verdict != null) {
      return Shown.text(verdict.name());
    }
    return subject == null ? "What is linked to whom" : graph.name(subject);
  }

  private String subtitle() {
    EntityId subject = options.subject();
    AttributionDocument verdict = options.verdict();
    @Nullable String date = graph.latest();
    return (subject == null ? "" : Shown.text(subject.value()) + " · ")
        + (verdict == null || verdict.asOf() == null ? "" : "as of " + verdict.asOf() + " · ")
        + (date == null ? "no date in the data" : "latest date in the data: " + date);
  }

  private void picture(XmlOut xml, Set<EntityId> onChains) throws IOException {
    EntityId subject = options.subject();
    PictureGraph drawn = PictureGraph.of(graph, subject, onChains);
    xml.element("h2", "Picture").line().start("figure").line();
    new SvgPicture(drawn, citations, xml).write(List.of(), List.of());
    String what =
        onChains.isEmpty() ? "The part of the graph that was asked for." : "The chains above.";
    String cut = drawn.cut() == null ? "" : " " + drawn.cut();
    xml.start("figcaption").token("class", "quiet");
    xml.text(what + " Numbers are sources." + cut).end().line().end().line();
  }

  private void sources(XmlOut xml) throws IOException {
    xml.element("h2", "Sources").line().start("table").line().start("thead").start("tr");
    for (String heading : List.of("", "Source", "Publisher", "Date", "Grade")) {
      xml.element("th", heading);
    }
    xml.end().end().line().start("tbody").line();
    Set<EntityId> all = new LinkedHashSet<>(citations.cited());
    if (options.verdict() == null) {
      all.addAll(new TreeSet<>(graph.sources().keySet()));
    }
    for (EntityId id : all) {
      source(xml, id, graph.sources().get(id));
    }
    xml.end().end().line();
    xml.start("p").token("class", "quiet");
    xml.text("Admiralty grades: A to F says how reliable the source is, 1 to 6 how credible.");
    xml.end().line();
  }

  private void source(XmlOut xml, EntityId id, @Nullable SourceView source) throws IOException {
    xml.start("tr");
    cell(xml, citations.of(List.of(id)));
    if (source == null) {
      xml.element("td", Shown.text(id.value()));
      xml.element("td", "").element("td", "").element("td", "");
    } else {
      xml.start("td").text(Shown.text(source.title()));
      String url = source.url();
      if (url != null) {
        xml.start("div").token("class", "hash").text(Shown.text(url)).end();
      }
      String hash = source.sha256();
      if (hash != null) {
        xml.start("div").token("class", "hash").text("SHA-256 " + Shown.text(hash)).end();
      }
      xml.end();
      xml.element("td", shown(source.publisher()));
      cell(xml, shown(source.date()));
      cell(xml, source.grade());
    }
    xml.end().line();
  }

  /** A cell that is never broken into lines. */
  private static void cell(XmlOut xml, String text) throws IOException {
    xml.start("td").token("class", "short").text(text).end();
  }

  private static String shown(@Nullable String text) {
    return text == null ? "" : Shown.text(text);
  }
}
