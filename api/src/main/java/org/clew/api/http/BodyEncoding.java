package org.clew.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns away a body whose media type names an encoding of characters that there is not. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class BodyEncoding {
  private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";]*)");

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    String type = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
    Matcher charset = CHARSET.matcher(type == null ? "" : type);
    while (charset.find()) {
      String name = charset.group(1).strip();
      if (!isKnown(name)) {
        String detail = "There is no encoding '" + name + "'; send UTF-8.";
        return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail).response();
      }
    }
    return null;
  }

  private static boolean isKnown(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }
}
