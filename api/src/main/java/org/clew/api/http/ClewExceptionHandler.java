package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.clew.model.ClewException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a failure of Clew as a problem. */
@Singleton
@Produces(Problem.MEDIA_TYPE)
final class ClewExceptionHandler implements ExceptionHandler<ClewException, HttpResponse<Problem>> {
  private static final Logger LOG = LoggerFactory.getLogger(ClewExceptionHandler.class);

  @Override
  @SuppressWarnings("rawtypes") // so the interface has it
  public HttpResponse<Problem> handle(HttpRequest request, ClewException failure) {
    if (failure.reason() == ClewException.Reason.UNAVAILABLE) {
      LOG.warn("{} {}: {}", request.getMethod(), request.getPath(), failure.getMessage(), failure);
    }
    return Problem.of(failure).response();
  }
}
