package org.clew.model.links;

import static org.clew.model.entity.EntityKind.ACCOUNT;
import static org.clew.model.entity.EntityKind.ARTIFACT;
import static org.clew.model.entity.EntityKind.CLUSTER;
import static org.clew.model.entity.EntityKind.DOMAIN;
import static org.clew.model.entity.EntityKind.GROUP;
import static org.clew.model.entity.EntityKind.INDICATOR;
import static org.clew.model.entity.EntityKind.MEDIA_OUTLET;
import static org.clew.model.entity.EntityKind.ORGANIZATION;
import static org.clew.model.entity.EntityKind.PAGE;
import static org.clew.model.entity.EntityKind.STATE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.clew.model.entity.EntityKind;

/** The relationship types, what they join, and the hypothesis they speak to. */
public enum LinkType {
  USES(Hypothesis.CONTROL, Ends.ASSETS, EnumSet.of(INDICATOR)),
  ADMINISTERS(Hypothesis.CONTROL, EnumSet.of(ACCOUNT), EnumSet.of(PAGE, GROUP)),
  OPERATES(Hypothesis.CONTROL, EnumSet.of(ORGANIZATION, ACCOUNT, MEDIA_OUTLET), Ends.OWNABLE),
  OWNS(Hypothesis.CONTROL, EnumSet.of(ORGANIZATION, ACCOUNT, MEDIA_OUTLET), Ends.OWNABLE),
  EMPLOYS(Hypothesis.CONTROL, EnumSet.of(ORGANIZATION, MEDIA_OUTLET), Ends.OWNABLE),
  DECLARES(Hypothesis.CONTROL, Ends.ASSETS, Ends.ASSETS),
  PUBLISHES_ON(
      Hypothesis.CONTROL, EnumSet.of(MEDIA_OUTLET), EnumSet.of(DOMAIN, ACCOUNT, PAGE, GROUP)),
  CONTROLS(
      Hypothesis.STATE_RELATION,
      EnumSet.of(STATE, ORGANIZATION),
      EnumSet.of(MEDIA_OUTLET, ORGANIZATION)),
  SUBDOMAIN_OF(Hypothesis.CONTROL, EnumSet.of(DOMAIN), EnumSet.of(DOMAIN)),
  SAME_AS(Hypothesis.CONTROL, Ends.ANY, Ends.ANY),
  LINKS_TO(Hypothesis.AMPLIFICATION, EnumSet.of(ACCOUNT, PAGE, GROUP, DOMAIN), EnumSet.of(DOMAIN)),
  AMPLIFIES(Hypothesis.AMPLIFICATION, EnumSet.of(ACCOUNT), EnumSet.of(ACCOUNT, PAGE, MEDIA_OUTLET)),
  COPIES(Hypothesis.AMPLIFICATION, EnumSet.of(DOMAIN), EnumSet.of(DOMAIN, MEDIA_OUTLET)),
  MENTIONS(Hypothesis.CONTEXT, EnumSet.of(ACCOUNT), Ends.ANY),
  REPLIES_TO(Hypothesis.CONTEXT, EnumSet.of(ACCOUNT), Ends.ANY),
  MEMBER_OF(Hypothesis.CONTEXT, Ends.ANY, Ends.ANY),
  IMPERSONATES(Hypothesis.CONTEXT, Ends.ASSETS, Ends.ANY),
  TARGETS(Hypothesis.CONTEXT, Ends.ANY, Ends.ANY),
  /** Supplier to client: the designer is not the sponsor. */
  SUPPLIES(Hypothesis.CONTEXT, EnumSet.of(ORGANIZATION, ACCOUNT), Ends.ANY),
  /** Geography: an origin in a State as registration, phone code or a platform states it. */
  ORIGINATES_IN(Hypothesis.STATE_RELATION, Ends.ANY, EnumSet.of(STATE)),
  COORDINATES_WITH(Hypothesis.BEHAVIOUR, EnumSet.of(ACCOUNT), EnumSet.of(ACCOUNT)),
  SHARED(Hypothesis.BEHAVIOUR, EnumSet.of(ACCOUNT), EnumSet.of(ARTIFACT)),
  IN_CLUSTER(Hypothesis.CONTEXT, Ends.ANY, EnumSet.of(CLUSTER));

  private static final class Ends {
    static final Set<EntityKind> ASSETS =
        EnumSet.of(ACCOUNT, PAGE, GROUP, DOMAIN, MEDIA_OUTLET, ORGANIZATION);
    static final Set<EntityKind> OWNABLE = ASSETS;
    static final Set<EntityKind> ANY = EnumSet.complementOf(EnumSet.of(EntityKind.SOURCE));
  }

  private final Hypothesis hypothesis;
  private final Set<EntityKind> from;
  private final Set<EntityKind> to;

  LinkType(Hypothesis hypothesis, Set<EntityKind> from, Set<EntityKind> to) {
    this.hypothesis = hypothesis;
    this.from = from;
    this.to = to;
  }

  /** What it can be evidence of. */
  public Hypothesis hypothesis() {
    return hypothesis;
  }

  /** Whether an entity of one kind may be joined by it to one of the other. */
  public boolean joins(EntityKind source, EntityKind target) {
    return from.contains(source) && to.contains(target);
  }

  /** The type of that name, if there is one. */
  public static Optional<LinkType> ofName(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
