package org.clew.loader.observation;

import java.util.Optional;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * A URL as it is compared.
 *
 * @param url the normalised URL
 * @param target the domain, account, page or group it leads to; null for none
 */
public record LinkedUrl(String url, @Nullable EntityId target) {
  /** Normalises the URLs of posts. */
  @FunctionalInterface
  public interface Normalizer {
    /** The URL a text gives, or nothing where it gives none. */
    Optional<LinkedUrl> normalize(String text);
  }
}
