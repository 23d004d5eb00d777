package org.clew.loader.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.cypher.export.GraphCopy;
import org.clew.cypher.export.GraphElement;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/** A graph as JSON lines, one node or relationship a line. */
final class GraphLines {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
          .build();

  private GraphLines() {}

  private record Line(
      @Nullable List<String> labels,
      @Nullable String type,
      @Nullable String from,
      @Nullable String to,
      @Nullable SortedMap<String, Object> properties) {
    static Line of(GraphElement element) {
      if (element instanceof GraphElement.Relationship link) {
        return new Line(null, link.type(), link.from(), link.to(), link.properties());
      }
      GraphElement.Node node = (GraphElement.Node) element;
      return new Line(node.labels(), null, null, null, node.properties());
    }

    GraphElement element() {
      SortedMap<String, Object> held =
          properties == null ? Collections.emptySortedMap() : properties;
      if (labels != null) {
        return new GraphElement.Node(labels, held);
      }
      if (type == null || from == null || to == null) {
        throw new ClewException(
            Reason.UNREADABLE, "The copy of the graph has a line that is neither node nor link.");
      }
      return new GraphElement.Relationship(type, from, to, held);
    }
  }

  /** Writes a graph and leaves the stream open; how many of each kind and type there are. */
  static SortedMap<String, Long> write(GraphCopy graph, OutputStream out) throws IOException {
    SortedMap<String, Long> counts = new TreeMap<>();
    try (SequenceWriter lines =
        JSON.writer().withRootValueSeparator("\n").forType(Line.class).writeValues(out)) {
      graph.read(
          element -> {
            try {
              lines.write(Line.of(element));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            counts.merge(element.countedAs(), 1L, Long::sum);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return counts;
  }

  /** The elements that a stream holds, read as they are asked for. */
  static Iterator<GraphElement> read(InputStream in) throws IOException {
    MappingIterator<Line> lines = JSON.readerFor(Line.class).readValues(in);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return lines.hasNext();
      }

      @Override
      public GraphElement next() {
        return lines.next().element();
      }
    };
  }
}
