package org.clew.loader.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.clew.loader.observation.KeyedHash;
import org.clew.model.claim.Claim;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.EvidenceKind;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;

/**
 * Puts keyed hashes in the place of the values of indicators whose kind is marked {@code personal}
 * in {@code evidence-kinds.yml}. One value has one pseudonym in a data folder, so that what two
 * assets share still ties them together, and another in every other folder.
 */
final class Pseudonyms {
  /** As many digits as ids of artifacts have. */
  private static final int DIGITS = 16;

  private static final Pattern PSEUDONYM = Pattern.compile("hmac-[0-9a-f]{" + DIGITS + "}");

  /** Reasons quote values between apostrophes, which values can hold too. */
  private static final Pattern QUOTED = Pattern.compile("'.*'", Pattern.DOTALL);

  private final KeyedHash hash;

  Pseudonyms(KeyedHash hash) {
    this.hash = hash;
  }

  /** The pseudonym of an indicator of a personal kind; any other id as it is. */
  EntityId of(EntityId id) {
    if (id.kind() != EntityKind.INDICATOR) {
      return id;
    }
    int colon = id.local().indexOf(':');
    String kind = id.local().substring(0, Math.max(0, colon));
    String value = id.local().substring(colon + 1);
    boolean personal =
        EvidenceKinds.builtIn().find(kind).filter(EvidenceKind::personal).isPresent();
    return personal && !PSEUDONYM.matcher(value).matches()
        ? EntityId.indicator(kind, "hmac-" + hash.of(id.value()).substring(0, DIGITS))
        : id;
  }

  /** What a file gave, with pseudonyms. */
  IngestResult of(IngestResult result) {
    Facts facts = result.facts();
    return new IngestResult(
        result.file(),
        result.format(),
        result.source(),
        result.counts(),
        new Facts(
            facts.sources(),
            facts.entities().stream()
                .map(this::of)
                .sorted(
                    Comparator.comparing((StatedEntity stated) -> stated.entity().id())
                        .thenComparing(StatedEntity::source))
                .toList(),
            links(facts.links()),
            facts.measures()),
        result.verbatim(),
        result.claims().stream().map(this::of).sorted().toList(),
        result.rejects().stream().map(Pseudonyms::of).toList());
  }

  /** A rejected row without what stands in it: nobody knows which of it names a person. */
  static RejectedRow of(RejectedRow reject) {
    return new RejectedRow(
        reject.file(),
        reject.line(),
        reject.column(),
        QUOTED.matcher(reject.reason()).replaceAll("'…'"),
        "");
  }

  /** What is done to rejected rows where there are pseudonyms, or is not. */
  static UnaryOperator<RejectedRow> ofRejects(boolean pseudonymised) {
    return pseudonymised ? Pseudonyms::of : UnaryOperator.identity();
  }

  private StatedEntity of(StatedEntity stated) {
    Entity entity = stated.entity();
    EntityId id = of(entity.id());
    if (id.equals(entity.id())) {
      return stated;
    }
    String value = id.local().substring(id.local().indexOf(':') + 1);
    TreeMap<String, Object> attributes = new TreeMap<>(entity.attributes());
    attributes.computeIfPresent(Attribute.VALUE.key(), (key, clear) -> value);
    boolean mention = entity.name().equals(entity.id().local());
    return new StatedEntity(
        Entity.of(id, mention ? id.local() : value, attributes),
        stated.source(),
        stated.evidence());
  }

  private List<Link> links(List<Link> links) {
    return links.stream().map(this::of).sorted(Comparator.comparing(Link::id)).toList();
  }

  private Link of(Link link) {
    return new Link(
        of(link.from()),
        link.type(),
        of(link.to()),
        link.source(),
        link.firstSeen(),
        link.lastSeen(),
        link.count(),
        link.basis(),
        link.evidenceKind(),
        link.grade(),
        link.evidence(),
        link.note());
  }

  /** The reason may quote the values, so it goes with them. */
  private Claim of(Claim claim) {
    EntityId from = of(claim.from());
    EntityId to = of(claim.to());
    boolean same = from.equals(claim.from()) && to.equals(claim.to());
    return same ? claim : new Claim(from, to, claim.source(), claim.status(), "", claim.evidence());
  }
}
