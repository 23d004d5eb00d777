package org.clew.loader.ingest;

import org.clew.model.source.Grade;

/**
 * A format of XML in which Clew exported a graph, named as the element that documents begin with.
 */
abstract class XmlGraphReader implements FormatReader {
  private final String name;

  XmlGraphReader(String name) {
    this.name = name;
  }

  /** Hands the elements of a document over to a graph. */
  abstract XmlReading.Handler elements(String file, ExportedGraph graph);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String fills() {
    return "the whole graph, as it was exported";
  }

  @Override
  public final String recognisedBy() {
    return "an XML document with the element " + name;
  }

  @Override
  public final Grade defaultGrade() {
    return Grade.UNKNOWN;
  }

  @Override
  public final boolean recognises(Sample sample) {
    return sample.text().stripLeading().startsWith("<") && sample.text().contains("<" + name);
  }

  @Override
  public final void read(Input input, ReadOptions options, FactSink sink) {
    ExportedGraph graph = new ExportedGraph(sink, options.knownSources());
    XmlReading.read(input, elements(input.name(), graph));
    graph.finish();
  }
}
