package org.clew.loader.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What the caller says about a file.
 *
 * @param format name of its format; null to detect it
 * @param title title of the source it stands for; null for the file's name
 * @param publisher who published it; null where unknown
 * @param date when; null where unknown
 * @param grade grade of the source; null for the format's default
 * @param licence its licence; null where unknown
 * @param url where it can be read; null where unknown
 * @param knownSources ids of sources that a case file may cite without defining them
 * @param limits limits of unpacking
 * @param posts what is said about a file of posts
 * @param encoding of its text where no byte order mark says it; null for UTF-8
 */
public record ReadOptions(
    @Nullable String format,
    @Nullable String title,
    @Nullable String publisher,
    @Nullable PartialDate date,
    @Nullable Grade grade,
    @Nullable String licence,
    @Nullable String url,
    Set<EntityId> knownSources,
    InputLimits limits,
    PostOptions posts,
    @Nullable Charset encoding) {
  /** Nothing said. */
  public static final ReadOptions DEFAULTS =
      new ReadOptions(
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          Set.of(),
          InputLimits.DEFAULTS,
          PostOptions.NONE,
          null);

  public ReadOptions {
    knownSources = Set.copyOf(knownSources);
    encoding = StandardCharsets.UTF_8.equals(encoding) ? null : encoding;
  }

  /** The same with that format. */
  public ReadOptions withFormat(String name) {
    return new ReadOptions(
        name, title, publisher, date, grade, licence, url, knownSources, limits, posts, encoding);
  }

  /** The same with those known sources. */
  public ReadOptions withKnownSources(Set<EntityId> sources) {
    return new ReadOptions(
        format, title, publisher, date, grade, licence, url, sources, limits, posts, encoding);
  }

  /** The same with other options for posts. */
  public ReadOptions withPosts(PostOptions options) {
    return new ReadOptions(
        format,
        title,
        publisher,
        date,
        grade,
        licence,
        url,
        knownSources,
        limits,
        options,
        encoding);
  }

  /** The same for a text in that encoding. */
  public ReadOptions withEncoding(@Nullable Charset charset) {
    return new ReadOptions(
        format, title, publisher, date, grade, licence, url, knownSources, limits, posts, charset);
  }

  /**
   * The encoding of a name, such as {@code windows-1252}.
   *
   * @throws ClewException USAGE when there is none
   */
  public static Charset encoding(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new ClewException(
          Reason.USAGE,
          "'" + name + "' is no encoding; they are called windows-1252, windows-1251, x-MacRoman …",
          e);
    }
  }
}
