package org.ecosec.dashboard;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;

/** Hands each API call on to its service, streaming both ways, so that a page needs one origin. */
@ApplicationScoped
class Edge {
  private final Vertx vertx;
  private final EdgeConfig config;

  Edge(Vertx vertx, EdgeConfig config) {
    this.vertx = vertx;
    this.config = config;
  }

  void routes(@Observes Router router) {
    route(router, "/trade", "trade-service", config.trade());
    route(router, "/investment", "investment-service", config.investment());
    route(router, "/alerts", "alerts-service", config.alerts());
    router.route().last().handler(Edge::notFound);
  }

  private void route(Router router, String path, String service, URI address) {
    var options =
        new HttpClientOptions()
            .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
            .setDecompressionSupported(false);
    var client =
        vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(config.connections()));
    var proxy =
        HttpProxy.reverseProxy(new ProxyOptions(), client)
            .origin(port(address), address.getHost())
            .addInterceptor(new ServiceCall(service));
    router.route(path + "/*").handler(context -> proxy.handle(context.request()));
  }

  private static int port(URI address) {
    return address.getPort() == -1 ? 80 : address.getPort();
  }

  private static void notFound(RoutingContext context) {
    var problem =
        new EdgeProblem(
            404,
            "not-found",
            "Not found",
            "There is nothing at this path: the APIs are under /trade/v1, /investment/v1 and /alerts/v1.");
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", EdgeProblem.MEDIA_TYPE)
        .end(problem.json());
  }
}
