package org.ecosec.platform.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.problem.ProblemDocument;

/** Answers a request that no resource is to see; its body is never read. */
@ApplicationScoped
class EarlyRefusal {

  private final ObjectMapper json;

  EarlyRefusal(ObjectMapper json) {
    this.json = json;
  }

  void answer(RoutingContext context, Problem problem) {
    var request = context.request().pause();
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader("content-type", ProblemDocument.MEDIA_TYPE)
        .putHeader("connection", "close")
        .end(json.valueToTree(ProblemDocument.of(problem)).toString())
        .onComplete(done -> request.connection().close());
  }
}
