package org.clew.model.trace;

import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/** Puts together what several sources say of one entity: noise if any says so, the larger count. */
final class NodeAttributes {
  private final String onlyId;
  private String name;
  private @Nullable String noise;
  private @Nullable String benign;
  private @Nullable Long externalCount;
  private @Nullable String notItsOwn;
  private @Nullable String registrableDomain;

  NodeAttributes(EntityId id) {
    onlyId = id.local();
    name = onlyId;
  }

  void add(Entity entity) {
    name = entity.name().equals(onlyId) ? name : entity.name();
    if (value(entity, Attribute.NOISE) instanceof String text) {
      noise = text;
    }
    if (value(entity, Attribute.BENIGN) instanceof String text) {
      benign = text;
    }
    if (value(entity, Attribute.EXTERNAL_COUNT) instanceof Number count) {
      externalCount = Math.max(count.longValue(), externalCount == null ? 0 : externalCount);
    }
    if (Boolean.TRUE.equals(value(entity, Attribute.SHORTENER))) {
      notItsOwn = "the host only shortens addresses";
    }
    if (Boolean.TRUE.equals(value(entity, Attribute.PLATFORM_HOST))) {
      notItsOwn = "the host is a platform where others publish";
    }
    if (value(entity, Attribute.REGISTRABLE_DOMAIN) instanceof String text) {
      registrableDomain = text;
    }
  }

  NodeFacts facts() {
    return new NodeFacts(name, noise, benign, externalCount, notItsOwn, registrableDomain);
  }

  private static @Nullable Object value(Entity entity, Attribute attribute) {
    return entity.attributes().get(attribute.key());
  }
}
