package org.ecosec.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body over the limit before it is read, and one of unknown length; paths that stream
 * their body ({@code ecosec.http.streaming-path}) have the server's own, larger limit.
 */
@ApplicationScoped
class BodyLimit {

  private static final int BEFORE_EVERYTHING = 1_000;

  private final long maxBytes;
  private final Optional<String> streamingPath;
  private final EarlyRefusal refusals;

  BodyLimit(
      @ConfigProperty(name = "ecosec.http.max-body-size") MemorySize maxBodySize,
      @ConfigProperty(name = "ecosec.http.streaming-path") Optional<String> streamingPath,
      EarlyRefusal refusals) {
    this.maxBytes = maxBodySize.asLongValue();
    this.streamingPath = streamingPath;
    this.refusals = refusals;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_EVERYTHING);
  }

  private void check(RoutingContext context) {
    var request = context.request();
    var refusal =
        streamingPath.filter(path -> path.equals(request.path())).isPresent()
            ? null
            : refusal(request);
    if (refusal == null) {
      context.next();
      return;
    }
    refusals.answer(context, refusal);
  }

  private @Nullable Problem refusal(HttpServerRequest request) {
    var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
          ? null
          : new Problem(411, "length-required", "Send the body with a Content-Length.");
    }
    return Long.parseLong(length) <= maxBytes
        ? null
        : new Problem(413, "body-too-large", "Send a body of at most " + maxBytes + " bytes.");
  }
}
