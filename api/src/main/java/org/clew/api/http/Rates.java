package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import org.clew.api.access.Caller;
import org.clew.api.access.RateDecision;
import org.clew.api.access.RateLimits;
import org.jspecify.annotations.Nullable;

/** How often a caller may ask: for each key, or for each address where there is none. */
@Singleton
final class Rates {
  private static final int NETWORK_BYTES = 8;

  private final @Nullable RateLimits limits;

  Rates(ServeSettings settings) {
    int rate = settings.requestsPerSecond();
    this.limits = rate == 0 ? null : new RateLimits(rate, System::nanoTime);
  }

  /** Counts a request; empty where there is no limit. */
  Optional<RateDecision> count(HttpRequest<?> request, Optional<Caller> caller) {
    return Optional.ofNullable(limits)
        .map(
            some ->
                some.count(
                    caller
                        .filter(known -> !known.equals(Caller.LOCAL))
                        .map(Caller::id)
                        .orElseGet(() -> network(request))));
  }

  /** Tells the caller how it stands with its limit. */
  void tell(RateDecision decision, MutableHttpResponse<?> response) {
    if (limits != null) {
      response.getHeaders().set("RateLimit-Policy", limits.policy());
      response
          .getHeaders()
          .set(
              "RateLimit",
              "\"default\";r=" + decision.remaining() + ";t=" + decision.resetSeconds());
    }
  }

  /** What a caller gets that asks too often. */
  MutableHttpResponse<?> refusal(RateDecision decision) {
    MutableHttpResponse<?> response =
        Problem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "These are too many requests; go on in " + decision.retrySeconds() + " s.")
            .response();
    response.getHeaders().set("Retry-After", String.valueOf(decision.retrySeconds()));
    tell(decision, response);
    return response;
  }

  /** An address; of IPv6 the network, since whoever has one address there has 2⁶⁴. */
  private static String network(HttpRequest<?> request) {
    InetAddress address = request.getRemoteAddress().getAddress();
    return address instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
        : String.valueOf(address);
  }
}
