package org.clew.loader.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.clew.loader.observation.MappedPostParser;
import org.clew.loader.observation.PostField;
import org.clew.loader.observation.PostMapping;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.Attribute;
import org.clew.model.source.Grade;

/** Any table of posts, by a mapping of its columns. */
final class PostsCsvReader implements FormatReader {
  static final String NAME = "posts-csv";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String fills() {
    return "accounts, observations, LINKS_TO, AMPLIFIES, MENTIONS, REPLIES_TO";
  }

  @Override
  public String recognisedBy() {
    return "--map account=COLUMN,time=COLUMN,url=COLUMN,text=COLUMN,… or --map NAME of a saved one";
  }

  @Override
  public Grade defaultGrade() {
    return Grade.UNKNOWN;
  }

  @Override
  public boolean givesPosts() {
    return true;
  }

  @Override
  public boolean recognises(Sample sample) {
    return false;
  }

  @Override
  public void read(Input input, ReadOptions options, FactSink sink) {
    PostMapping mapping = options.posts().mapping();
    if (mapping == null) {
      throw new ClewException(
          Reason.USAGE, "Format posts-csv needs --map account=COLUMN,time=COLUMN,….");
    }
    mapping.requireIn(input.name(), input.sample().header());
    MappedPostParser parser =
        new MappedPostParser(sink.file(), input.name(), new PostUrls(), mapping);
    new PostTable(Set.copyOf(freeText(mapping)))
        .read(
            input,
            sink,
            row -> List.of(),
            row -> parser.parse(row.line(), row::field),
            (post, row) ->
                sink.profile(
                    post.account(),
                    attributes(mapping, row::field),
                    post.time(),
                    post.origin().line()));
  }

  private static List<String> freeText(PostMapping mapping) {
    return mapping.columns().entrySet().stream()
        .filter(entry -> entry.getKey() == PostField.TEXT || entry.getKey() == PostField.NAME)
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Map<String, Object> attributes(
      PostMapping mapping, UnaryOperator<String> columns) {
    Map<String, Object> attributes = new TreeMap<>();
    attributes.put(Attribute.PLATFORM.key(), mapping.platform());
    put(attributes, Attribute.HANDLE, mapping, PostField.HANDLE, columns);
    put(attributes, Attribute.DISPLAY_NAME, mapping, PostField.NAME, columns);
    return attributes;
  }

  private static void put(
      Map<String, Object> attributes,
      Attribute attribute,
      PostMapping mapping,
      PostField field,
      UnaryOperator<String> columns) {
    String column = mapping.columns().get(field);
    String value = column == null ? "" : columns.apply(column).strip();
    String bare = field == PostField.HANDLE && value.startsWith("@") ? value.substring(1) : value;
    if (!bare.isEmpty()) {
      attributes.put(attribute.key(), bare);
    }
  }
}
