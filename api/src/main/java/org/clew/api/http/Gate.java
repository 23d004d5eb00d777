package org.clew.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.clew.api.access.Caller;
import org.clew.api.access.RateDecision;
import org.clew.api.access.RouteRoles;
import org.clew.api.access.RouteRoles.Rule;
import org.clew.model.ClewException;
import org.clew.model.access.Role;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where every request is let in or turned away: who asks, how often, and whether the role suffices.
 * What is let in or turned away for its role is noted in the audit log.
 */
@Order(-100)
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Gate {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final Optional<Rule> OPEN = Optional.of(new Rule(null));
  private static final Optional<Rule> ANY_KEY = Optional.of(new Rule(Role.READER));

  private final Callers callers;
  private final Rates rates;
  private final RequestAudit audit;

  Gate(Callers callers, Rates rates, RequestAudit audit) {
    this.callers = callers;
    this.rates = rates;
    this.audit = audit;
  }

  @RequestFilter
  Publisher<MutableHttpResponse<?>> pass(
      HttpRequest<?> request, FilterContinuation<Publisher<MutableHttpResponse<?>>> continuation) {
    @Nullable String template = template(request);
    AuditNote note =
        new AuditNote(request, template == null ? request.getPath() : template, System.nanoTime());
    Optional<Rule> rule = rule(request, template);
    if (isHealth(template)) {
      return continuation.proceed();
    }
    try {
      return pass(note, callers.find(request), rule, continuation);
    } catch (ClewException e) {
      LOG.warn("{} {}: {}", request.getMethod(), request.getPath(), e.getMessage());
      return rule.filter(Rule::isOpen).isPresent()
          ? continuation.proceed()
          : Mono.just(
              Problem.of(
                      HttpStatus.SERVICE_UNAVAILABLE,
                      "The keys of this server cannot be read; nobody is let in until they can.")
                  .response());
    }
  }

  private Publisher<MutableHttpResponse<?>> pass(
      AuditNote note,
      Optional<Caller> caller,
      Optional<Rule> rule,
      FilterContinuation<Publisher<MutableHttpResponse<?>>> continuation) {
    Optional<RateDecision> rate = rates.count(note.request(), caller);
    if (rate.isPresent() && !rate.get().allowed()) {
      return Mono.just(rates.refusal(rate.get()));
    }
    @Nullable MutableHttpResponse<?> refusal = refusal(note.request(), caller, rule);
    if (refusal != null) {
      audit.answered(note, caller, refusal.code());
      if (rate.isPresent()) {
        rates.tell(rate.get(), refusal);
      }
      return Mono.just(refusal);
    }
    caller.ifPresent(known -> Callers.letIn(note.request(), known));
    AtomicBoolean noted = new AtomicBoolean();
    IntConsumer once =
        status -> {
          if (noted.compareAndSet(false, true)) {
            audit.answered(note, caller, status);
          }
        };
    return Flux.from(continuation.proceed())
        .doOnNext(
            response -> {
              rate.ifPresent(decision -> rates.tell(decision, response));
              once.accept(response.code());
            })
        .doOnError(failure -> once.accept(status(failure)))
        .doOnCancel(() -> once.accept(RequestAudit.CLIENT_WENT_AWAY));
  }

  private static @Nullable MutableHttpResponse<?> refusal(
      HttpRequest<?> request, Optional<Caller> caller, Optional<Rule> rule) {
    if (rule.isPresent() && rule.get().isOpen()) {
      return null;
    }
    if (caller.isEmpty()) {
      return keyMissing(request);
    }
    if (rule.isEmpty()) {
      return Problem.of(
              HttpStatus.FORBIDDEN, "This route is answered to nobody: no role is set for it.")
          .response();
    }
    @Nullable Role needed = rule.get().role();
    return needed == null || caller.get().role().allows(needed)
        ? null
        : Problem.of(
                HttpStatus.FORBIDDEN,
                "This needs the role "
                    + needed.word()
                    + "; your key has the role "
                    + caller.get().role().word()
                    + ".")
            .response();
  }

  private static MutableHttpResponse<?> keyMissing(HttpRequest<?> request) {
    boolean sent = request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
    return Problem.of(
            HttpStatus.UNAUTHORIZED,
            sent
                ? "This key is unknown, expired or revoked."
                : "This needs a key; send it as 'Authorization: Bearer KEY'.")
        .response()
        .header(
            HttpHeaders.WWW_AUTHENTICATE,
            "Bearer realm=\"clew\"" + (sent ? ", error=\"invalid_token\"" : ""));
  }

  /** What is no route is a file of the page or nothing at all; neither is data. */
  private static Optional<Rule> rule(HttpRequest<?> request, @Nullable String template) {
    if (template != null) {
      return RouteRoles.of(request.getMethodName(), template);
    }
    return request.getPath().startsWith("/api") ? ANY_KEY : OPEN;
  }

  /** Health must show however many ask. */
  private static boolean isHealth(@Nullable String template) {
    return template != null && template.startsWith("/health");
  }

  private static @Nullable String template(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .filter(UriRouteInfo.class::isInstance)
        .map(info -> ((UriRouteInfo<?, ?>) info).getUriMatchTemplate().toPathString())
        .orElse(null);
  }

  private static int status(Throwable failure) {
    return failure instanceof ClewException known
        ? Problem.of(known).status()
        : HttpStatus.INTERNAL_SERVER_ERROR.getCode();
  }
}
