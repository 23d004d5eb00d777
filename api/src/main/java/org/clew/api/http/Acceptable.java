package org.clew.api.http;

import io.micronaut.http.MediaType;
import java.util.Collection;

/** What {@code Accept} says where a route offers JSON and one other form. */
final class Acceptable {
  private Acceptable() {}

  /** Whether a request would rather have the other form; JSON where it does not say. */
  static boolean isPreferred(MediaType other, Collection<MediaType> accepted) {
    return MediaType.orderedOf(accepted.stream().map(MediaType::toString).toList()).stream()
        .filter(type -> type.matches(other) || type.matches(MediaType.APPLICATION_JSON_TYPE))
        .findFirst()
        .filter(type -> !type.matches(MediaType.APPLICATION_JSON_TYPE))
        .isPresent();
  }
}
