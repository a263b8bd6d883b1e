package org.ecosec.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ecosec.platform.problem.Problem;

/**
 * Refuses with 429 and {@code Retry-After} who asks more of this replica than a caller may: so many
 * requests a second on average, and a burst above it. A caller is a token, or an address without.
 */
@ApplicationScoped
class RateLimit {

  private static final int BEFORE_BODIES = 1_100;
  private static final int MAX_CALLERS = 50_000;

  private final long perSecond;
  private final long burst;
  private final EarlyRefusal refusals;
  private final Cache<String, Bucket> callers =
      Caffeine.newBuilder()
          .maximumSize(MAX_CALLERS)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build();

  RateLimit(
      @ConfigProperty(name = "ecosec.http.rate-limit.per-second") long perSecond,
      @ConfigProperty(name = "ecosec.http.rate-limit.burst") long burst,
      EarlyRefusal refusals) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.refusals = refusals;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_BODIES);
  }

  private void check(RoutingContext context) {
    var bucket = callers.get(caller(context.request()), caller -> fullBucket());
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      context.next();
      return;
    }
    long seconds = Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    context.response().putHeader("retry-after", Long.toString(seconds));
    refusals.answer(
        context,
        new Problem(
            429,
            "too-many-requests",
            "Wait " + seconds + " s; a caller may ask " + perSecond + " times a second."));
  }

  // The token is not verified here: a made-up one only gets its bearer a bucket and then a 401.
  private static String caller(HttpServerRequest request) {
    var token = request.getHeader("Authorization");
    return token != null ? Etags.of(token.getBytes(UTF_8)) : request.remoteAddress().hostAddress();
  }

  private Bucket fullBucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
