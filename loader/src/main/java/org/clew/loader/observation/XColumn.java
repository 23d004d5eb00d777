package org.clew.loader.observation;

import java.util.Locale;

/** The columns of X's archive that say something of a post or its account. */
public enum XColumn {
  TWEETID,
  USERID,
  USER_SCREEN_NAME,
  USER_DISPLAY_NAME,
  USER_REPORTED_LOCATION,
  USER_PROFILE_DESCRIPTION,
  USER_PROFILE_URL,
  ACCOUNT_LANGUAGE,
  ACCOUNT_CREATION_DATE,
  FOLLOWER_COUNT,
  FOLLOWING_COUNT,
  TWEET_LANGUAGE,
  TWEET_TEXT,
  TWEET_TIME,
  IN_REPLY_TO_TWEETID,
  IN_REPLY_TO_USERID,
  QUOTED_TWEET_TWEETID,
  IS_RETWEET,
  RETWEET_USERID,
  RETWEET_TWEETID,
  HASHTAGS,
  URLS,
  USER_MENTIONS;

  private final String header;

  XColumn() {
    header = name().toLowerCase(Locale.ROOT);
  }

  /** Its name in the header of a file, in lower case. */
  public String header() {
    return header;
  }
}
