package org.clew.loader.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clew.loader.entity.Urls;
import org.clew.loader.entity.WebAddress;
import org.clew.loader.observation.LinkedUrl;
import org.clew.model.entity.EntityId;

/**
 * The URLs of posts: a platform's address leads to the account, page or group it names and to
 * nothing where it names none, since a platform is no publisher; any other leads to its host.
 */
final class PostUrls implements LinkedUrl.Normalizer {
  private static final int REMEMBERED = 20_000;

  private final Map<String, EntityId> domains = new HashMap<>();

  @Override
  public Optional<LinkedUrl> normalize(String text) {
    if (text.indexOf('\uFFFD') >= 0) {
      return Optional.empty();
    }
    WebAddress address = WebAddress.of(text);
    if (address instanceof WebAddress.Site site) {
      return Optional.of(new LinkedUrl(site.url(), domain(site.host())));
    }
    Optional<String> url = Urls.normalise(text);
    return address instanceof WebAddress.Asset asset
        ? url.map(form -> new LinkedUrl(form, asset.id()))
        : url.map(form -> new LinkedUrl(form, null));
  }

  /** Addresses are mostly linked once, their hosts again and again. */
  private EntityId domain(String host) {
    if (domains.size() >= REMEMBERED) {
      domains.clear();
    }
    return domains.computeIfAbsent(host, EntityId::domain);
  }
}
