package org.ecosec.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Problem documents for what never reaches a resource: unknown paths, bodies over the limit. */
@ApplicationScoped
class UnroutedRequests {

  private static final int[] STATUSES = {400, 404, 405, 413, 415, 500};

  private final ObjectMapper json;

  UnroutedRequests(ObjectMapper json) {
    this.json = json;
  }

  void register(@Observes Router router) {
    for (int status : STATUSES) {
      router.errorHandler(status, context -> answer(context, status));
    }
  }

  private void answer(RoutingContext context, int status) {
    if (context.response().ended()) {
      return;
    }
    try {
      context
          .response()
          .setStatusCode(status)
          .putHeader("content-type", ProblemDocument.MEDIA_TYPE)
          .end(json.writeValueAsString(ProblemDocument.of(HttpRefusals.of(status))));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
