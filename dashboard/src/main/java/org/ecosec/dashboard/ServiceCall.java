package org.ecosec.dashboard;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

/**
 * One call on its way to a service: it keeps the address that the caller used, and where the
 * service does not answer, it says which one, where the proxy alone would send an empty 502.
 */
final class ServiceCall implements ProxyInterceptor {
  private static final Logger LOG = Logger.getLogger(ServiceCall.class);

  private final String service;

  ServiceCall(String service) {
    this.service = service;
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    var request = context.request();
    // The service builds Location and Link from the address that the caller used.
    request.setAuthority(request.proxiedRequest().authority());
    return context.sendRequest().recover(failure -> answer(context, failure));
  }

  private Future<ProxyResponse> answer(ProxyContext context, Throwable failure) {
    LOG.warnf("%s did not answer: %s", service, failure.getMessage());
    var problem =
        new EdgeProblem(
            502,
            "service-unreachable",
            "Service unreachable",
            service + " does not answer at the moment: try again shortly.");
    return Future.succeededFuture(
        context
            .request()
            .release()
            .response()
            .setStatusCode(problem.status())
            .putHeader("Content-Type", EdgeProblem.MEDIA_TYPE)
            .putHeader("Retry-After", "5")
            .setBody(Body.body(Buffer.buffer(problem.json()))));
  }
}
