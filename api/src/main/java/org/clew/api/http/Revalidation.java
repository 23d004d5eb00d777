package org.clew.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.KnownVersion;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.entity.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * Spares a client what it has: a document is made from the graph (and the log) and the request
 * alone, so a tag over these tells whether it would be the same, before any of it is read. The tag
 * is taken first; where a load comes between, the next request finds another tag, never an old
 * document under a new one.
 */
@Order(Revalidation.AFTER_ALL_THAT_MAY_REFUSE)
@ServerFilter(Revalidation.ROOT + "**")
final class Revalidation {
  static final int AFTER_ALL_THAT_MAY_REFUSE = 1_000;

  static final String ROOT = "/api/v1/";

  private static final String TAG = "clew.etag";
  private static final Set<String> FROM_THE_GRAPH =
      Set.of(
          "attributions",
          "clusters",
          "detections",
          "entities",
          "links",
          "matrix",
          "outlets",
          "sources",
          "status",
          "subgraph");

  /** Another version of Clew may make another document from the same graph. */
  private final String process = UUID.randomUUID().toString();

  private final KnownVersion version;
  private final DataFolder data;

  Revalidation(GraphStore store, DataFolder data) {
    this.version = new KnownVersion(store);
    this.data = data;
  }

  @RequestFilter
  @ExecuteOn(Executors.READS)
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.GET || !isFromTheGraph(request.getPath())) {
      return null;
    }
    String tag = tag(request);
    request.setAttribute(TAG, tag);
    return isHeld(tag, request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH))
        ? tagged(HttpResponse.notModified(), tag)
        : null;
  }

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    String tag = request.getAttribute(TAG, String.class).orElse(null);
    HttpStatus status = response.status();
    if (tag != null && (status == HttpStatus.OK || status == HttpStatus.NOT_MODIFIED)) {
      tagged(response, tag);
    }
  }

  private static MutableHttpResponse<?> tagged(MutableHttpResponse<?> response, String tag) {
    response.getHeaders().set(HttpHeaders.ETAG, tag);
    response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.getHeaders().set(HttpHeaders.VARY, "Accept, Accept-Encoding, Authorization");
    return response;
  }

  private static boolean isFromTheGraph(String path) {
    int end = path.indexOf('/', ROOT.length());
    return path.startsWith(ROOT)
        && FROM_THE_GRAPH.contains(
            end < 0 ? path.substring(ROOT.length()) : path.substring(ROOT.length(), end));
  }

  private String tag(HttpRequest<?> request) {
    List<String> parts =
        List.of(
            process,
            request.getUri().toString(),
            String.join(",", request.getHeaders().getAll(HttpHeaders.ACCEPT)),
            String.join(",", request.getHeaders().getAll(HttpHeaders.AUTHORIZATION)),
            readsTheLog(request.getPath()) ? data.log().loads().toString() : "",
            request.getPath().endsWith("/status") ? data.unfinishedLoads().all().toString() : "");
    return "W/\"" + version.now() + "-" + Hashes.shortHash(String.join("\n", parts)) + "\"";
  }

  private static boolean readsTheLog(String path) {
    return path.endsWith("/status") || path.endsWith("/observations");
  }

  private static boolean isHeld(String tag, List<String> held) {
    return held.stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .anyMatch(value -> value.strip().equals(tag));
  }
}
