package org.ecosec.alerts.delivery;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.ecosec.alerts.subscription.AddressPolicy;
import org.ecosec.alerts.subscription.WebhookConfig;
import org.jspecify.annotations.Nullable;

/**
 * Calls the address that was just checked: the socket goes to that address while the certificate is
 * held against the host's name; redirects are not followed; of the answer only the head is read,
 * and what has not come in time is cut off.
 */
@ApplicationScoped
class WebhookClient {

  private static final int CONNECTIONS_PER_HOST = 256;

  private final WebhookConfig config;
  private final HttpClient client;

  /** The head of an answer. */
  record Answer(int status, MultiMap headers) {

    @Nullable String header(String name) {
      return headers.get(name);
    }
  }

  WebhookClient(WebhookConfig config, Vertx vertx) {
    this.config = config;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeout((int) config.timeout().toSeconds() + 1)
                .setKeepAliveTimeout(15)
                .setMaxPoolSize(CONNECTIONS_PER_HOST)
                .setMaxHeaderSize(16 * 1_024)
                .setDecompressionSupported(false));
  }

  Answer send(AddressPolicy.Checked checked, RequestOptions options, String body)
      throws ExecutionException, TimeoutException, InterruptedException {
    var target = checked.target();
    options
        .setFollowRedirects(false)
        .setServer(
            SocketAddress.inetSocketAddress(target.port(), checked.address().getHostAddress()))
        .setHost(target.host())
        .setPort(target.port())
        .setSsl(target.secure())
        .setURI(target.pathAndQuery())
        .setTimeout(config.timeout().toMillis())
        .putHeader("user-agent", "economic-security-monitor/1.0")
        .putHeader("webhook-request-origin", config.publicUrl().getHost());
    var sent = new AtomicReference<@Nullable HttpClientRequest>();
    var answer =
        client
            .request(options)
            .compose(
                request -> {
                  sent.set(request);
                  return request.send(Buffer.buffer(body));
                })
            .map(WebhookClient::head)
            .toCompletionStage()
            .toCompletableFuture();
    try {
      return answer.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      // One that drips its head would keep the connection for as long as it likes.
      var request = sent.get();
      if (request != null) {
        request.reset();
      }
      throw late;
    }
  }

  private static Answer head(HttpClientResponse response) {
    if (isShort(response)) {
      response.resume();
    } else {
      response.exceptionHandler(ended -> {});
      response.request().reset();
    }
    return new Answer(response.statusCode(), response.headers());
  }

  // A short rest is read so that the connection can be used again; a long one costs a connection.
  private static boolean isShort(HttpClientResponse response) {
    var length = response.getHeader("content-length");
    return response.statusCode() == 204 || (length != null && length.matches("\\d{1,4}"));
  }
}
