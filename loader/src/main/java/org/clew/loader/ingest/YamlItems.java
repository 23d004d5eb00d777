package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.clew.model.ingest.RejectedRow;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The items in the lists of a YAML case file, each accounted for as a row. */
final class YamlItems {
  static final List<String> SECTIONS = List.of("sources", "entities", "links");

  private final String file;
  private final String[] lines;
  private final FactSink sink;

  YamlItems(String file, String[] lines, FactSink sink) {
    this.file = file;
    this.lines = lines;
    this.sink = sink;
  }

  void each(@Nullable Node section, Function<CaseItem, @Nullable RejectedRow> handler) {
    if (section == null || section.getTag().equals(Tag.NULL)) {
      return;
    }
    if (!(section instanceof SequenceNode list)) {
      reject(section, null, "A list is expected here.");
      return;
    }
    Set<Map<String, List<String>>> accepted = new HashSet<>();
    for (Node node : list.getValue()) {
      account(node, accepted, handler);
    }
  }

  void reject(Node node, @Nullable String key, String reason) {
    sink.rejectRow(new RejectedRow(file, line(node), key, reason, raw(node)));
  }

  private void account(
      Node node,
      Set<Map<String, List<String>>> accepted,
      Function<CaseItem, @Nullable RejectedRow> handler) {
    if (!(node instanceof MappingNode mapping)) {
      reject(node, null, "Keys and values are expected here.");
      return;
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<String, Long> keyLines = new LinkedHashMap<>();
    RejectedRow fault = collect(mapping, values, keyLines);
    if (fault == null && accepted.contains(values)) {
      sink.duplicate();
      return;
    }
    if (fault == null) {
      fault = handler.apply(new CaseItem(file, line(node), raw(node), values, keyLines));
    }
    if (fault == null) {
      accepted.add(values);
      sink.accepted();
    } else {
      sink.rejectRow(fault);
    }
  }

  private @Nullable RejectedRow collect(
      MappingNode mapping, Map<String, List<String>> values, Map<String, Long> keyLines) {
    for (NodeTuple tuple : mapping.getValue()) {
      Node valueNode = tuple.getValueNode();
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        return fault(mapping, tuple.getKeyNode(), null, "A key must be a word.");
      }
      String key = CaseKeys.canonical(keyNode.getValue());
      if (values.containsKey(key)) {
        return fault(mapping, keyNode, key, "The key '" + key + "' is given twice.");
      }
      List<String> texts = texts(valueNode);
      if (texts == null) {
        return fault(
            mapping,
            valueNode,
            key,
            "The value of '" + key + "' is not a text or a list of texts.");
      }
      if (texts.stream().anyMatch(text -> text.indexOf('\uFFFD') >= 0)) {
        return fault(mapping, valueNode, key, "The value holds bytes that are not UTF-8.");
      }
      if (Unpaired.isIn(texts)) {
        return fault(mapping, valueNode, key, Unpaired.REASON);
      }
      values.put(key, texts);
      keyLines.put(key, line(keyNode));
    }
    return null;
  }

  private RejectedRow fault(Node item, Node where, @Nullable String key, String reason) {
    return new RejectedRow(file, line(where), key, reason, raw(item));
  }

  private static @Nullable List<String> texts(Node node) {
    if (node.getTag().equals(Tag.NULL)) {
      return List.of();
    }
    if (node instanceof ScalarNode scalar) {
      String text = scalar.getValue().strip();
      return text.isEmpty() ? List.of() : List.of(text);
    }
    if (!(node instanceof SequenceNode list)) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Node item : list.getValue()) {
      if (!(item instanceof ScalarNode scalar)) {
        return null;
      }
      if (!scalar.getValue().isBlank()) {
        texts.add(scalar.getValue().strip());
      }
    }
    return texts;
  }

  private static long line(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1L;
  }

  private String raw(Node node) {
    if (node.getStartMark() == null || node.getEndMark() == null) {
      return "";
    }
    int first = Math.min(node.getStartMark().getLine(), lines.length - 1);
    int last = Math.min(node.getEndMark().getLine() + 1, lines.length);
    return String.join("\n", Arrays.copyOfRange(lines, first, Math.max(first, last))).strip();
  }
}
