package org.clew.cypher.export;

import java.util.List;
import java.util.SortedMap;

/** A node or a relationship with all that it holds, as a copy of the graph keeps it. */
public sealed interface GraphElement {
  /** Values of type String, Long, Double, Boolean or list of these, by name. */
  SortedMap<String, Object> properties();

  /** Under which name it is counted: the kind's label, or the type. */
  String countedAs();

  /**
   * A node.
   *
   * @param labels its labels, in the order of the alphabet
   */
  record Node(List<String> labels, SortedMap<String, Object> properties) implements GraphElement {
    public Node {
      labels = labels.stream().sorted().toList();
    }

    @Override
    public String countedAs() {
      return labels.stream().filter(label -> !label.equals("Entity")).findFirst().orElse("Entity");
    }
  }

  /**
   * A relationship.
   *
   * @param type its type
   * @param from id of the entity where it starts
   * @param to id of the entity where it ends
   */
  record Relationship(String type, String from, String to, SortedMap<String, Object> properties)
      implements GraphElement {
    @Override
    public String countedAs() {
      return type;
    }
  }
}
