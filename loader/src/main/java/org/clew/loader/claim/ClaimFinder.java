package org.clew.loader.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clew.loader.entity.Hosts;
import org.clew.loader.entity.NoiseList;
import org.clew.model.claim.Claim;
import org.clew.model.claim.Claim.Status;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;

/**
 * Proposes that two entities are the same, from their names alone:
 *
 * <ul>
 *   <li>a host and an outlet's site whose registrable domains have one label under two suffixes
 *       ({@code presstv.com} and {@code presstv.ir});
 *   <li>a registrant organisation and an outlet, its company or an organisation that share their
 *       distinctive words ({@code Non-public joint stock company "Tsargrad media"} and {@code
 *       Tsargrad TV}).
 * </ul>
 *
 * Proposals are never evidence until an analyst accepts them.
 */
public final class ClaimFinder {
  private static final String REGISTRANT = "registration/org";
  private static final int MIN_LABEL = 4;
  private static final Set<String> GENERIC_LABELS =
      Set.of("news", "radio", "press", "media", "info", "online", "television", "gazette", "times");
  private static final Set<String> GENERIC_WORDS =
      Set.of(
          ("a ab ag and agency agentstvo ano ao akcionernoe as association broadcasting channel chastnoe center centre"
                  + " co company corp corporation daily de der des editorial federal federalnoe for foundation fund gmbh"
                  + " group holding house inc incorporated informacionnoe international jnc joint jsc liability limited llc"
                  + " llp ltd media mediagroup ministry national network news newspaper non nonprofit novosti novostei"
                  + " obschestvo of ogranichennoi oao online ooo open organization organisation otvetstvennostyu pao plc"
                  + " portal press private public publisher publishing radio redakcia ru s sa service services society srl"
                  + " state station stock studio telekanal television the times trust tv und website with www zao com net"
                  + " org info")
              .split(" "));

  private ClaimFinder() {}

  /** What one load, or the whole graph, gives occasion to propose. */
  public static List<Claim> find(Facts facts, EntityId source) {
    return find(
        facts.entities().stream().map(StatedEntity::entity).toList(), facts.links(), source);
  }

  /**
   * Proposes claims.
   *
   * @param entities the entities known
   * @param links the links known, of which PUBLISHES_ON tells an outlet's sites
   * @param source the source the claims shall cite
   * @return in the order of their ends, none twice
   */
  public static List<Claim> find(
      Collection<Entity> entities, Collection<Link> links, EntityId source) {
    TreeSet<Claim> claims = new TreeSet<>();
    claims.addAll(sameLabel(entities, links, source));
    claims.addAll(sameName(entities, source));
    return List.copyOf(claims);
  }

  private static List<Claim> sameLabel(
      Collection<Entity> entities, Collection<Link> links, EntityId source) {
    Map<String, Set<EntityId>> sites = sitesByLabel(links);
    List<Claim> claims = new ArrayList<>();
    for (Entity entity : entities) {
      if (entity.kind() != EntityKind.DOMAIN || !isTelling(entity.id().local())) {
        continue;
      }
      String domain = Hosts.registrableDomain(entity.id().local());
      Set<EntityId> sameLabel = sites.getOrDefault(Hosts.registrableLabel(domain), Set.of());
      if (!domain.equals(entity.id().local()) || sameLabel.contains(entity.id())) {
        continue;
      }
      for (EntityId site : sameLabel) {
        String reason =
            "'" + domain + "' is an outlet's site '" + site.local() + "' under another suffix.";
        claims.add(claim(entity.id(), site, source, reason));
      }
    }
    return claims;
  }

  private static Map<String, Set<EntityId>> sitesByLabel(Collection<Link> links) {
    Map<String, Set<EntityId>> sites = new TreeMap<>();
    for (Link link : links) {
      if (link.type() == LinkType.PUBLISHES_ON
          && link.to().kind() == EntityKind.DOMAIN
          && isTelling(link.to().local())) {
        String domain = Hosts.registrableDomain(link.to().local());
        sites
            .computeIfAbsent(Hosts.registrableLabel(domain), label -> new TreeSet<>())
            .add(EntityId.domain(domain));
      }
    }
    return sites;
  }

  private static boolean isTelling(String host) {
    if (Hosts.normalise(host).isEmpty() || NoiseList.builtIn().host(host).isPresent()) {
      return false;
    }
    String label = Hosts.registrableLabel(host);
    return label.length() >= MIN_LABEL && !GENERIC_LABELS.contains(label);
  }

  private static List<Claim> sameName(Collection<Entity> entities, EntityId source) {
    Map<String, Map<EntityId, String>> named = new TreeMap<>();
    for (Entity entity : entities) {
      if (entity.kind() == EntityKind.MEDIA_OUTLET || entity.kind() == EntityKind.ORGANIZATION) {
        for (String name : namesOf(entity)) {
          String words = distinctive(name);
          if (words.length() >= MIN_LABEL) {
            named.computeIfAbsent(words, key -> new LinkedHashMap<>()).put(entity.id(), name);
          }
        }
      }
    }
    List<Claim> claims = new ArrayList<>();
    for (Entity entity : entities) {
      if (REGISTRANT.equals(entity.attributes().get(Attribute.INDICATOR_KIND.key()))) {
        named
            .getOrDefault(distinctive(entity.name()), Map.of())
            .forEach(
                (id, name) ->
                    claims.add(
                        claim(
                            entity.id(),
                            id,
                            source,
                            "The registrant '"
                                + entity.name()
                                + "' and '"
                                + name
                                + "' share their distinctive words.")));
      }
    }
    return claims;
  }

  private static List<String> namesOf(Entity entity) {
    Object company = entity.attributes().get(Attribute.COMPANY.key());
    return company instanceof String name && entity.kind() == EntityKind.MEDIA_OUTLET
        ? List.of(entity.name(), name)
        : List.of(entity.name());
  }

  /** The words of a name that are neither a legal form nor a word of the trade, sorted. */
  static String distinctive(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty() && !GENERIC_WORDS.contains(word))
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static Claim claim(EntityId from, EntityId to, EntityId source, String reason) {
    return new Claim(from, to, source, Status.PROPOSED, reason, List.of());
  }
}
