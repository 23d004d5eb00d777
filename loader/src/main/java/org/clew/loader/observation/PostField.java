package org.clew.loader.observation;

import java.util.Arrays;
import java.util.Optional;

/** What a column of a table of posts can hold, by the word a mapping uses for it. */
public enum PostField {
  /** Id or, with an at sign, handle of the account; the one field a mapping must have. */
  ACCOUNT("account"),
  /** The account's handle. */
  HANDLE("handle"),
  /** The account's display name. */
  NAME("name"),
  TIME("time"),
  /** The post's id; without it a row stands for its post. */
  POST("post"),
  TEXT("text"),
  LANGUAGE("language"),
  /** One address or a list. */
  URL("url"),
  /** One hashtag or a list. */
  HASHTAG("hashtag"),
  /** One mentioned account or a list. */
  MENTION("mention"),
  /** Id of the post that this one reshares. */
  RESHARE("reshare"),
  RESHARE_ACCOUNT("reshareAccount"),
  QUOTE("quote"),
  QUOTE_ACCOUNT("quoteAccount"),
  REPLY("reply"),
  REPLY_ACCOUNT("replyAccount"),
  /** Id or perceptual hash of an image. */
  IMAGE("image");

  private final String word;

  PostField(String word) {
    this.word = word;
  }

  /** The word in a mapping. */
  public String word() {
    return word;
  }

  static Optional<PostField> ofWord(String word) {
    return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
  }
}
