package org.clew.api.access;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clew.model.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Every route with the role it needs. Whoever adds a route adds a line here: a route that is not
 * listed is answered to nobody.
 */
public final class RouteRoles {
  private static final Map<String, Rule> TABLE =
      """
      open    GET    /health
      open    GET    /health/{selector}
      open    GET    /lib/{file}
      reader  GET    /prometheus
      reader  GET    /api/v1/attributions/{entity}
      admin   GET    /api/v1/audit
      reader  GET    /api/v1/changes
      reader  GET    /api/v1/clusters
      reader  GET    /api/v1/clusters/{id}
      reader  POST   /api/v1/cypher
      reader  GET    /api/v1/detections
      reader  GET    /api/v1/detections/{id}
      analyst POST   /api/v1/detections
      analyst DELETE /api/v1/detections/{id}
      reader  GET    /api/v1/entities
      reader  POST   /api/v1/entities/lookup
      reader  GET    /api/v1/entities/{id}
      reader  GET    /api/v1/entities/{id}/links
      analyst POST   /api/v1/imports
      reader  GET    /api/v1/jobs
      reader  GET    /api/v1/jobs/{id}
      reader  GET    /api/v1/jobs/{id}/events
      analyst DELETE /api/v1/jobs/{id}
      admin   GET    /api/v1/keys
      admin   POST   /api/v1/keys
      admin   DELETE /api/v1/keys/{id}
      reader  GET    /api/v1/links
      reader  POST   /api/v1/links/search
      reader  GET    /api/v1/links/{id}
      reader  GET    /api/v1/links/{id}/observations
      reader  GET    /api/v1/matrix
      reader  GET    /api/v1/notes
      analyst POST   /api/v1/notes
      reader  GET    /api/v1/notes/{id}
      analyst DELETE /api/v1/notes/{id}
      reader  GET    /api/v1/outlets/{id}/linkers
      reader  GET    /api/v1/saved
      reader  GET    /api/v1/saved/{id}
      analyst PUT    /api/v1/saved/{id}
      analyst DELETE /api/v1/saved/{id}
      reader  POST   /api/v1/saved/{id}/run
      reader  GET    /api/v1/sources
      reader  GET    /api/v1/status
      reader  GET    /api/v1/subgraph
      reader  POST   /api/v1/traces
      """
          .lines()
          .map(line -> line.split(" +", -1))
          .collect(
              Collectors.toUnmodifiableMap(
                  cells -> key(cells[1], cells[2]), cells -> new Rule(role(cells[0]))));

  private RouteRoles() {}

  /**
   * What a route needs.
   *
   * @param role the least role; null where it is open to everyone
   */
  public record Rule(@Nullable Role role) {
    /** Whether anyone may ask, even without a key. */
    public boolean isOpen() {
      return role == null;
    }
  }

  /**
   * The rule for a route; empty where it is not listed, so that it is answered to nobody.
   *
   * @param method the HTTP method; HEAD is asked for as GET is
   * @param template the path with its variables in braces; their names do not matter
   */
  public static Optional<Rule> of(String method, String template) {
    return Optional.ofNullable(TABLE.get(key(method.equals("HEAD") ? "GET" : method, template)));
  }

  private static String key(String method, String template) {
    String path =
        template
            .replaceAll("\\{[?&#][^{}]*}", "")
            .replaceAll("\\{/[^{}]*}", "/{}")
            .replaceAll("\\{[^{}]*}", "{}");
    return method + " " + path;
  }

  private static @Nullable Role role(String word) {
    return word.equals("open") ? null : Role.parse(word);
  }
}
