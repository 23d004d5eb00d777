package org.clew.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Locale;
import org.clew.api.entity.AmbiguousNameException;
import org.clew.api.entity.EntityDocument;
import org.clew.model.ClewException;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered, as RFC 9457 shapes it.
 *
 * @param type {@code urn:clew:} and a word that a program can tell the reason by
 * @param title the reason in a few words, the same for each type
 * @param status HTTP status
 * @param detail one sentence for a person
 * @param candidates the entities that an ambiguous name fits; left out elsewhere
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<EntityDocument> candidates) {
  static final String MEDIA_TYPE = "application/problem+json";

  private static final String RETRY_SECONDS = "2";

  static Problem of(HttpStatus status, String detail) {
    String word = status.getReason().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    return new Problem("urn:clew:" + word, status.getReason(), status.getCode(), detail, null);
  }

  static Problem of(ClewException failure) {
    HttpStatus status = status(failure.reason());
    String word = failure.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Problem(
        "urn:clew:" + word,
        title(failure.reason()),
        status.getCode(),
        String.valueOf(failure.getMessage()),
        failure instanceof AmbiguousNameException ambiguous ? ambiguous.candidates() : null);
  }

  MutableHttpResponse<Problem> response() {
    MutableHttpResponse<Problem> response =
        HttpResponse.<Problem>status(HttpStatus.valueOf(status)).contentType(MEDIA_TYPE).body(this);
    return status == HttpStatus.SERVICE_UNAVAILABLE.getCode()
        ? response.header("Retry-After", RETRY_SECONDS)
        : response;
  }

  private static HttpStatus status(ClewException.Reason reason) {
    return switch (reason) {
      case USAGE -> HttpStatus.BAD_REQUEST;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case AMBIGUOUS -> HttpStatus.CONFLICT;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case LIMIT, UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
      case UNREADABLE -> HttpStatus.UNPROCESSABLE_ENTITY;
    };
  }

  private static String title(ClewException.Reason reason) {
    return switch (reason) {
      case USAGE -> "The request is wrong";
      case NOT_FOUND -> "There is no such thing";
      case AMBIGUOUS -> "The name fits several entities";
      case FORBIDDEN -> "This is not allowed";
      case LIMIT -> "A limit was reached";
      case UNAVAILABLE -> "Something this needs does not answer";
      case UNREADABLE -> "The input cannot be read";
    };
  }
}
