package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.concurrent.RejectedExecutionException;

/** Tells that the queue of requests is full. */
@Singleton
@Produces(Problem.MEDIA_TYPE)
final class OverloadHandler
    implements ExceptionHandler<RejectedExecutionException, HttpResponse<Problem>> {
  @Override
  @SuppressWarnings("rawtypes") // so the interface has it
  public HttpResponse<Problem> handle(HttpRequest request, RejectedExecutionException failure) {
    return Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Too many requests are waiting; try again in a few seconds.")
        .response();
  }
}
