package org.clew.loader.observation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.clew.loader.observation.ParsedPost.ValueFault;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;
import org.clew.model.observation.Post;
import org.jspecify.annotations.Nullable;

/** Reads rows of any table of posts by a mapping of its columns. Ids are opaque. */
public final class MappedPostParser {
  private final EntityId source;
  private final String file;
  private final LinkedUrl.Normalizer urls;
  private final PostMapping mapping;
  private final Function<String, Optional<Moment>> times;

  /** A parser for the rows of one file. */
  public MappedPostParser(
      EntityId source, String file, LinkedUrl.Normalizer urls, PostMapping mapping) {
    this.source = source;
    this.file = file;
    this.urls = urls;
    this.mapping = mapping;
    this.times = MappedTimes.of(mapping.timeFormat());
  }

  /**
   * What a row says.
   *
   * @param line line at which the row starts
   * @param columns the value of a column by its name in lower case; empty where there is none
   */
  public ParsedPost parse(long line, UnaryOperator<String> columns) {
    Reading reading = new Reading(line, columns);
    String account = reading.value(PostField.ACCOUNT);
    return account.isEmpty()
        ? ParsedPost.rejected(reading.column(PostField.ACCOUNT), "A post needs its account.")
        : reading.parse(account(account));
  }

  private EntityId account(String value) {
    return value.startsWith("@") && value.length() > 1
        ? EntityId.accountByHandle(mapping.platform(), value.substring(1))
        : EntityId.account(mapping.platform(), value);
  }

  private String post(String id) {
    return mapping.platform() + ":" + id;
  }

  /** The reading of one row. */
  private final class Reading {
    private final UnaryOperator<String> columns;
    private final Origin origin;
    private final List<Observation> observations = new ArrayList<>();
    private final List<ValueFault> faults = new ArrayList<>();

    Reading(long line, UnaryOperator<String> columns) {
      this.columns = columns;
      this.origin = new Origin(source, file, line);
    }

    String column(PostField field) {
      return mapping.columns().getOrDefault(field, field.word());
    }

    String value(PostField field) {
      String column = mapping.columns().get(field);
      return column == null ? "" : columns.apply(column).strip();
    }

    ParsedPost parse(EntityId account) {
      String id = value(PostField.POST);
      String text = value(PostField.TEXT);
      String language = value(PostField.LANGUAGE);
      Post post =
          new Post(
              account,
              post(id.isEmpty() ? source.local() + ":" + origin.line() : id),
              time(),
              language.isEmpty() ? null : language,
              text.isEmpty() ? null : text,
              origin);
      boolean reshare =
          reference(post, ObservationKind.RESHARE, PostField.RESHARE, PostField.RESHARE_ACCOUNT);
      reference(post, ObservationKind.QUOTE, PostField.QUOTE, PostField.QUOTE_ACCOUNT);
      reference(post, ObservationKind.REPLY, PostField.REPLY, PostField.REPLY_ACCOUNT);
      list(PostField.URL, "[\\s|]+").forEach(url -> url(post, url));
      list(PostField.HASHTAG, "[\\s,;|]+").forEach(tag -> hashtag(post, tag));
      list(PostField.MENTION, "[\\s,;|]+").forEach(mentioned -> mention(post, mentioned));
      list(PostField.IMAGE, "[\\s,;|]+")
          .forEach(image -> add(post, ObservationKind.IMAGE, image, null));
      if (!reshare) {
        TextKey.artifact(text).ifPresent(key -> add(post, ObservationKind.TEXT, key, null));
      }
      return new ParsedPost(post, observations.stream().distinct().toList(), faults);
    }

    private @Nullable Moment time() {
      if (!mapping.columns().containsKey(PostField.TIME)) {
        return null;
      }
      String text = value(PostField.TIME);
      Optional<Moment> time = times.apply(text);
      if (time.isEmpty()) {
        String format = mapping.timeFormat() == null ? "ISO 8601" : mapping.timeFormat();
        faults.add(
            new ValueFault(
                column(PostField.TIME),
                "'" + text + "' is not a time in the form " + format + "."));
      }
      return time.orElse(null);
    }

    private boolean reference(
        Post post, ObservationKind kind, PostField original, PostField author) {
      String id = value(original);
      String account = value(author);
      if (id.isEmpty()) {
        return false;
      }
      add(post, kind, post(id), account.isEmpty() ? null : account(account));
      return true;
    }

    private List<String> list(PostField field, String separators) {
      String value = value(field);
      if (value.startsWith("[") && value.endsWith("]")) {
        Optional<List<String>> elements = ListText.parse(value);
        if (elements.isPresent()) {
          return elements.get();
        }
      }
      return Arrays.stream(value.split(separators)).filter(part -> !part.isBlank()).toList();
    }

    private void url(Post post, String text) {
      Optional<LinkedUrl> url = urls.normalize(text);
      if (url.isEmpty()) {
        faults.add(new ValueFault(column(PostField.URL), "'" + text + "' is not a web address."));
      }
      url.ifPresent(linked -> add(post, ObservationKind.URL, linked.url(), linked.target()));
    }

    private void hashtag(Post post, String text) {
      String tag = text.strip().toLowerCase(Locale.ROOT);
      String bare = tag.startsWith("#") ? tag.substring(1) : tag;
      if (!bare.isEmpty()) {
        add(post, ObservationKind.HASHTAG, bare, null);
      }
    }

    private void mention(Post post, String mentioned) {
      EntityId target = account(mentioned);
      add(post, ObservationKind.MENTION, target.value(), target);
    }

    private void add(Post post, ObservationKind kind, String artifact, @Nullable EntityId target) {
      observations.add(
          new Observation(
              kind, post.account(), artifact, post.time(), post.id(), target, post.origin()));
    }
  }
}
