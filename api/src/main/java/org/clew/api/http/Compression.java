package org.clew.api.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.server.netty.DefaultHttpCompressionStrategy;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Compresses what shrinks for clients that accept it, answers of unknown length too. Events go out
 * as they are, so that none waits in a compressor for the next.
 */
@Singleton
@Replaces(DefaultHttpCompressionStrategy.class)
final class Compression implements HttpCompressionStrategy {
  private static final long LEAST_BYTES = 1_024;
  private static final int MOST_AT_ONCE = 1 << 20;
  private static final Pattern SHRINKS =
      Pattern.compile(
          "text/(?!event-stream).*|image/svg\\+xml"
              + "|application/(?:.*[+.-])?(?:json|ndjson|xml|javascript|cypher-query)");

  @Override
  public boolean shouldCompress(HttpResponse response) {
    String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE);
    if (type == null || HttpUtil.getContentLength(response, LEAST_BYTES) < LEAST_BYTES) {
      return false;
    }
    int parameters = type.indexOf(';');
    String plain = parameters < 0 ? type : type.substring(0, parameters);
    return SHRINKS.matcher(plain.strip().toLowerCase(Locale.ROOT)).matches();
  }

  @Override
  public int getMaxZstdEncodeSize() {
    return MOST_AT_ONCE;
  }
}
