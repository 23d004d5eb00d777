package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clew.cypher.claim.Claims;
import org.clew.model.claim.Claim;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;

/**
 * Proposes that an account, page or group known by its handle alone is the one whose id and handle
 * are known. Handles pass from hand to hand, so this is a claim and no merge.
 */
final class HandleClaims {
  private final Claims claims;

  HandleClaims(Claims claims) {
    this.claims = claims;
  }

  List<Claim> of(Facts facts) {
    Map<EntityId, Set<EntityId>> idsByHandle = new LinkedHashMap<>();
    Set<EntityId> handlesOnly = new LinkedHashSet<>();
    for (StatedEntity stated : facts.entities()) {
      EntityId id = stated.entity().id();
      if (isHandle(id)) {
        handlesOnly.add(id);
      } else {
        byHandles(stated.entity())
            .forEach(
                handle ->
                    idsByHandle.computeIfAbsent(handle, key -> new LinkedHashSet<>()).add(id));
      }
    }
    List<Claim> found = new ArrayList<>();
    for (EntityId handle : claims.present(idsByHandle.keySet())) {
      idsByHandle.getOrDefault(handle, Set.of()).forEach(id -> found.add(claim(id, handle)));
    }
    claims.knownByHandle(handlesOnly).forEach((id, handle) -> found.add(claim(id, handle)));
    return found;
  }

  private static boolean isHandle(EntityId id) {
    return switch (id.kind()) {
      case ACCOUNT, PAGE, GROUP -> id.local().contains(":@");
      default -> false;
    };
  }

  private static List<EntityId> byHandles(Entity entity) {
    return switch (entity.kind()) {
      case ACCOUNT, PAGE, GROUP -> handles(entity);
      default -> List.of();
    };
  }

  private static List<EntityId> handles(Entity entity) {
    int colon = entity.id().local().indexOf(':');
    List<EntityId> ids = new ArrayList<>();
    if (colon > 0) {
      String prefix =
          entity.kind().idPrefix() + ":" + entity.id().local().substring(0, colon) + ":@";
      Set<String> handles = new LinkedHashSet<>();
      if (entity.attributes().get(Attribute.HANDLE.key()) instanceof String handle) {
        handles.add(handle);
      }
      if (entity.attributes().get(Attribute.FORMER_HANDLES.key()) instanceof List<?> former) {
        former.forEach(handle -> handles.add(handle.toString()));
      }
      handles.stream()
          .filter(handle -> !handle.isBlank())
          .forEach(handle -> ids.add(new EntityId(prefix + handle.toLowerCase(Locale.ROOT))));
    }
    return ids;
  }

  private static Claim claim(EntityId id, EntityId handle) {
    String name = handle.local().substring(handle.local().indexOf('@'));
    return new Claim(
        handle,
        id,
        Claims.PROPOSALS,
        Claim.Status.PROPOSED,
        "'" + id + "' goes or went by the handle " + name + ".",
        List.of());
  }
}
