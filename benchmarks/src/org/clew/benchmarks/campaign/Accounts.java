package org.clew.benchmarks.campaign;

import java.util.List;

/**
 * The accounts of a campaign, by number; the lower the number, the more followers. Everything about
 * one follows from its number, so that none is held. Ids of accounts below 5,000 followers are
 * hashed, as the platform publishes them.
 */
final class Accounts {
  /** Accounts with a lower number have 5,000 followers and a plain id. */
  private static final int PLAIN_SHARE = 3;

  private static final int HASH_LENGTH = 43;
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final List<String> PLACES =
      List.of("", "", "absent", "Berlin", "London, UK", "دبي", "Перово", "Tehran", "\"Earth\"");
  private static final List<String> LANGUAGES = List.of("en", "ru", "fa", "ar", "es", "und");

  private final CampaignPlan plan;
  private final long salt;

  Accounts(CampaignPlan plan) {
    this.plan = plan;
    this.salt = mix(plan.seed() + 0x9e3779b97f4a7c15L);
  }

  /** The first members of the clusters lie in the middle, where nobody stands out. */
  int member(int cluster, int number) {
    return plan.accounts() / 4 + cluster * plan.members() + number;
  }

  int sympathiser(int number) {
    return plan.accounts() / 2 + number;
  }

  boolean isPlain(int account) {
    return account < plan.accounts() / PLAIN_SHARE;
  }

  String id(int account) {
    long bits = mix(salt + account);
    return isPlain(account) ? Long.toString(100_000_000L + (bits >>> 24)) : hash(bits);
  }

  String handle(int account) {
    long bits = mix(salt + account);
    return isPlain(account) ? "user_" + Long.toString(bits >>> 40, 36) : hash(bits);
  }

  String displayName(int account) {
    return isPlain(account) ? "User, No. " + account : id(account);
  }

  String place(int account) {
    return PLACES.get(choice(account, 1, PLACES.size()));
  }

  String language(int account) {
    return LANGUAGES.get(choice(account, 2, LANGUAGES.size()));
  }

  /** Text of a profile: now and then with line breaks and marks of right-to-left script. */
  String biography(int account) {
    return switch (choice(account, 3, 12)) {
      case 0 -> "Patriot.\nMother.\r\nNo DMs";
      case 1 -> "\u202bمن ایران را دوست دارم\u202c";
      case 2 -> "\"Truth\", nothing else; ever";
      case 3, 4 -> "News all day";
      default -> "";
    };
  }

  /** Hour of the day by which this account's day is shifted. */
  int timeZone(int account) {
    return choice(account, 4, 4) * 3;
  }

  int followers(int account) {
    return isPlain(account) ? 5_000 + (1 << 22) / (account + 1) : 4_999 / (1 + choice(account, 5, 60));
  }

  int following(int account) {
    return choice(account, 6, 3_000);
  }

  String created(int account) {
    return "201"
        + choice(account, 7, 7)
        + "-0"
        + (1 + choice(account, 8, 9))
        + "-1"
        + choice(account, 9, 10);
  }

  private int choice(int account, int aspect, int bound) {
    return (int) Math.floorMod(mix(salt + account * 31L + aspect), (long) bound);
  }

  private static String hash(long bits) {
    StringBuilder text = new StringBuilder(HASH_LENGTH + 1);
    long state = bits;
    for (int i = 0; i < HASH_LENGTH; i++) {
      if (i % 10 == 0) {
        state = mix(state + i);
      }
      text.append(BASE64.charAt((int) (state >>> (6 * (i % 10)) & 63)));
    }
    return text.append('=').toString();
  }

  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
