package org.clew.api.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.clew.model.ClewException;

/** Tells what the framework itself refuses, and what nobody expected, as a problem. */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class ProblemResponses implements ErrorResponseProcessor<Object> {
  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    if (context.getRootCause().orElse(null) instanceof ClewException failure) {
      Problem problem = Problem.of(failure);
      return response
          .status(problem.status())
          .body((Object) problem)
          .contentType(Problem.MEDIA_TYPE);
    }
    HttpStatus status = HttpStatus.valueOf(response.code());
    Problem problem = Problem.of(status, detail(status, context));
    return response.body((Object) problem).contentType(Problem.MEDIA_TYPE);
  }

  private static String detail(HttpStatus status, ErrorContext context) {
    HttpRequest<?> request = context.getRequest();
    return switch (status) {
      case NOT_FOUND -> "There is nothing at " + request.getPath() + "; /docs lists what there is.";
      case METHOD_NOT_ALLOWED ->
          request.getPath() + " does not answer to " + request.getMethodName() + ".";
      case REQUEST_ENTITY_TOO_LARGE ->
          "An address may have 8 KiB, header fields 16 KiB together, a body 1 MiB.";
      case UNSUPPORTED_MEDIA_TYPE -> "The body must be application/json.";
      case INTERNAL_SERVER_ERROR -> "Clew failed at this; its log has the details.";
      default -> errors(context, status);
    };
  }

  private static String errors(ErrorContext context, HttpStatus status) {
    String sentences =
        context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining(" "));
    return sentences.isBlank() || sentences.equals(status.getReason())
        ? "The request cannot be answered: " + status.getReason() + "."
        : sentences;
  }
}
