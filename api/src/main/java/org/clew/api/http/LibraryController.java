package org.clew.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.server.types.files.StreamedFile;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.webjars.WebJarVersionLocator;

/** The files of other people's libraries that the page needs, and no other file of theirs. */
@Controller("/lib")
final class LibraryController {
  private static final Map<String, Asset> ASSETS =
      Map.of(
          "cytoscape.js", new Asset("cytoscape", "dist/cytoscape.min.js", Asset.SCRIPT),
          "layout-base.js", new Asset("layout-base", "layout-base.js", Asset.SCRIPT),
          "cose-base.js", new Asset("cose-base", "cose-base.js", Asset.SCRIPT),
          "fcose.js", new Asset("cytoscape-fcose", "cytoscape-fcose.js", Asset.SCRIPT),
          "swagger-ui.js", new Asset("swagger-ui", "swagger-ui-bundle.js", Asset.SCRIPT),
          "swagger-ui.css", new Asset("swagger-ui", "swagger-ui.css", "text/css"));

  private record Asset(String library, String file, String type) {
    static final String SCRIPT = "text/javascript";
  }

  private final WebJarVersionLocator webJars = new WebJarVersionLocator();

  @Get("/{file}")
  HttpResponse<?> file(@PathVariable String file) {
    @Nullable Asset asset = ASSETS.get(file);
    if (asset == null) {
      return Problem.of(HttpStatus.NOT_FOUND, "There is no file /lib/" + file + ".").response();
    }
    String path = Objects.requireNonNull(webJars.fullPath(asset.library(), asset.file()));
    URL resource =
        Objects.requireNonNull(
            LibraryController.class.getResource("/META-INF/resources/webjars/" + path));
    return HttpResponse.ok(new StreamedFile(resource))
        .contentType(MediaType.of(asset.type()))
        .header(HttpHeaders.CACHE_CONTROL, "max-age=3600");
  }
}
