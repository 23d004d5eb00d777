package org.clew.loader.ingest;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The analyst's case file in YAML: sources, entities and links, in version 1. */
final class ClewYamlReader implements FormatReader {
  private static final Pattern START =
      Pattern.compile(
          "(?m)^[\\s{]*[\"']?clew[\"']?\\s*:\\s*[\"']?\\d|^(?:sources|entities|links):\\s*(?:#.*)?$");
  private static final Set<String> HEAD = Set.of("clew", "title");
  private static final int MAX_CHARACTERS = 1 << 26;

  @Override
  public String name() {
    return "clew";
  }

  @Override
  public String fills() {
    return "sources, entities and links, written by hand";
  }

  @Override
  public String recognisedBy() {
    return "YAML with the key clew: 1";
  }

  @Override
  public Grade defaultGrade() {
    return Grade.UNKNOWN;
  }

  @Override
  public boolean recognises(Sample sample) {
    return START.matcher(sample.text()).find();
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    String text = text(input);
    Map<String, Node> sections = sections(input.name(), compose(input.name(), text));
    if (sections.get("title") instanceof ScalarNode title && !title.getValue().isBlank()) {
      sink.title(title.getValue().strip());
    }
    YamlItems items = new YamlItems(input.name(), text.split("\n", -1), sink);
    sections.forEach(
        (key, node) -> {
          if (!HEAD.contains(key) && !YamlItems.SECTIONS.contains(key)) {
            items.reject(node, key, "'" + key + "' is not a key of a case file.");
          }
        });
    CaseSources sources = new CaseSources(sink);
    items.each(sections.get("sources"), sources::add);
    CaseFacts facts = new CaseFacts(sink, sources.finish(options.knownSources()));
    items.each(sections.get("entities"), facts::entity);
    items.each(sections.get("links"), facts::link);
  }

  private static String text(Input input) {
    StringWriter text = new StringWriter();
    try (Reader reader = input.text()) {
      char[] buffer = new char[1 << 13];
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        text.write(buffer, 0, read);
        if (text.getBuffer().length() > MAX_CHARACTERS) {
          throw new ClewException(
              Reason.UNREADABLE, input.name() + " is too large for a case file.");
        }
      }
    } catch (IOException e) {
      throw new ClewException(Reason.UNREADABLE, input.name() + " cannot be read to its end.", e);
    }
    return text.toString();
  }

  private static Node compose(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    options.setAllowRecursiveKeys(false);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        throw new ClewException(Reason.UNREADABLE, file + " holds no YAML document.");
      }
      return root;
    } catch (MarkedYAMLException e) {
      long line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1L;
      throw new ClewException(
          Reason.UNREADABLE,
          file
              + ", line "
              + line
              + ": "
              + e.getProblem()
              + ". A text with ': ' or ' #' in it, or with a sign such as @ in front, needs quotes.",
          e);
    } catch (YAMLException e) {
      throw new ClewException(
          Reason.UNREADABLE, file + " is not YAML: " + firstLine(e.getMessage()) + ".", e);
    }
  }

  private static Map<String, Node> sections(String file, Node root) {
    if (!(root instanceof MappingNode mapping)) {
      throw new ClewException(Reason.UNREADABLE, file + " is not a case file: it has no keys.");
    }
    Map<String, Node> sections = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key
          && sections.put(key.getValue(), tuple.getValueNode()) != null) {
        throw new ClewException(
            Reason.UNREADABLE,
            "%s, line %d: the key '%s' is given twice; put all of it under one."
                .formatted(file, key.getStartMark().getLine() + 1, key.getValue()));
      }
    }
    if (!(sections.get("clew") instanceof ScalarNode version) || !version.getValue().equals("1")) {
      throw new ClewException(
          Reason.UNREADABLE, file + " is not a case file of version 1: it needs the key clew: 1.");
    }
    return sections;
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "unknown fault" : message.lines().findFirst().orElse("");
  }
}
