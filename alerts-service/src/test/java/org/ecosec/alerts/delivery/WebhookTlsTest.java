package org.ecosec.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.ecosec.alerts.subscription.AddressPolicy;
import org.ecosec.alerts.subscription.WebhookTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection goes to the checked address; the certificate is held against the host's name. */
class WebhookTlsTest {

  private static final String TRUST = "javax.net.ssl.trustStore";
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final char[] PASSWORD = "password".toCharArray();

  @TempDir Path directory = Path.of(".");
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger requests = new AtomicInteger();

  @BeforeEach
  void certificate() throws IOException, InterruptedException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "desk",
                "-keyalg",
                "EC",
                "-dname",
                "CN=desk",
                "-ext",
                "san=dns:desk.example.org",
                "-storetype",
                "PKCS12",
                "-storepass",
                String.valueOf(PASSWORD),
                "-keystore",
                store().toString())
            .inheritIO()
            .start()
            .waitFor();
    assertThat(made).isZero();
  }

  @AfterEach
  void close() {
    System.clearProperty(TRUST);
    System.clearProperty(TRUST + "Password");
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aTrustedReceiverOfThatNameIsTold() throws Exception {
    System.setProperty(TRUST, store().toString());
    System.setProperty(TRUST + "Password", String.valueOf(PASSWORD));
    assertThat(attempt("desk.example.org").outcome()).isEqualTo(AttemptOutcome.ACCEPTED);
    assertThat(requests).hasValue(1);
  }

  @Test
  void aCertificateOfAnotherNameIsRefused() throws Exception {
    System.setProperty(TRUST, store().toString());
    System.setProperty(TRUST + "Password", String.valueOf(PASSWORD));
    assertThat(attempt("other.example.org").detail()).isEqualTo("TLS_FAILED");
    assertThat(requests).hasValue(0);
  }

  @Test
  void aCertificateThatNobodyTrustsIsRefused() throws Exception {
    assertThat(attempt("desk.example.org").detail()).isEqualTo("TLS_FAILED");
    assertThat(requests).hasValue(0);
  }

  private Attempt attempt(String host) throws IOException, GeneralSecurityException {
    var loopback = InetAddress.getLoopbackAddress();
    var server = HttpsServer.create(new InetSocketAddress(loopback, 0), 10);
    server.setHttpsConfigurator(new HttpsConfigurator(serverContext()));
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      var policy = new AddressPolicy(false, name -> List.of(loopback));
      var client = new WebhookClient(Settings.with(Map.of()), vertx);
      var call = new WebhookCall(policy, client, Clock.systemUTC());
      var target = new WebhookTarget(true, host, server.getAddress().getPort(), "/hook");
      return call.post(new AddressPolicy.Checked(target, loopback), List.of(SECRET), "msg_1", "{}");
    } finally {
      server.stop(0);
    }
  }

  private SSLContext serverContext() throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance("PKCS12");
    try (var stream = Files.newInputStream(store())) {
      keys.load(stream, PASSWORD);
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private Path store() {
    return directory.resolve("desk.p12");
  }
}
