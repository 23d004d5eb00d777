package org.clew.api.http;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clew.api.trace.TraceService;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.access.KeyFile;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.access.IssuedKey;
import org.clew.model.access.Role;

/** A server that demands keys, and a key of each kind. */
record KeyedServer(HttpServer server, Client client, DataFolder data, Map<String, String> keys)
    implements AutoCloseable {

  static KeyedServer start(GraphStore store, Path folder, Integer rate) {
    DataFolder data = new DataFolder(folder);
    KeyFile keys = data.keys();
    IssuedKey revoked = keys.create(Role.ADMIN, "revoked", null);
    keys.revoke(revoked.key().id());
    Map<String, String> texts =
        Map.of(
            "reader", keys.create(Role.READER, "reader", null).text(),
            "analyst", keys.create(Role.ANALYST, "analyst", null).text(),
            "admin", keys.create(Role.ADMIN, "admin", null).text(),
            "revoked", revoked.text(),
            "expired", expired(folder).text(),
            "none", "");
    TraceService traces = request -> Map.of("chains", List.of());
    HttpServer server =
        HttpServer.start(
            new ServeSettings("127.0.0.1", 0, true, Set.of(), rate), store, data, traces);
    return new KeyedServer(server, new Client(server.uri()), data, texts);
  }

  private static IssuedKey expired(Path folder) {
    Instant lastWeek = Instant.now().minus(Duration.ofDays(7));
    KeyFile then = new KeyFile(folder.resolve("keys.json"), Clock.fixed(lastWeek, ZoneOffset.UTC));
    return then.create(Role.ADMIN, "expired", LocalDate.ofInstant(lastWeek, ZoneOffset.UTC));
  }

  /** The header that carries the key of a kind; for {@code none} another one. */
  String[] as(String kind) {
    return kind.equals("none")
        ? new String[] {"X-Nothing", "at all"}
        : new String[] {"Authorization", "Bearer " + keys.get(kind)};
  }

  @Override
  public void close() {
    server.close();
  }
}
