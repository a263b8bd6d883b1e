package org.ecosec.platform;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.ecosec.platform.inbox.CloudEvent;
import org.ecosec.platform.inbox.Inbox;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.platform.testing.RealServers;
import org.ecosec.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = RealServers.class,
    initArgs = @ResourceArg(name = "database", value = "platform"))
class OutboxTest {

  private static final String TOPIC = "sample.things.v1";

  private final Outbox outbox;
  private final Inbox inbox;

  OutboxTest(Outbox outbox, Inbox inbox) {
    this.outbox = outbox;
    this.inbox = inbox;
  }

  @Test
  void committedEventReachesTheBrokerAndRolledBackOneDoesNot() {
    var key = UUID.randomUUID().toString();
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.append(new OutboxEvent(TOPIC, key, Map.of("n", 1))));
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          outbox.append(new OutboxEvent(TOPIC, key, Map.of("n", 2)));
                          throw new IllegalStateException("the state was refused");
                        }))
        .hasMessageContaining("refused");
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.append(new OutboxEvent(TOPIC, key, Map.of("n", 3))));

    var records = records(key, 2);

    assertThat(records).extracting(ConsumerRecord::value).containsExactly("{\"n\":1}", "{\"n\":3}");
    assertThat(records)
        .extracting(record -> CloudEvent.of(record).sequence())
        .containsExactly(1L, 2L);
    assertThat(CloudEvent.of(records.getFirst()).type()).isEqualTo("org.ecosec." + TOPIC);
    assertThat(new String(records.getFirst().headers().lastHeader("content-type").value(), UTF_8))
        .isEqualTo("application/json");
  }

  @Test
  void outsideATransactionNothingIsAppended() {
    assertThatThrownBy(() -> outbox.append(new OutboxEvent(TOPIC, "k", Map.of())))
        .hasStackTraceContaining("Transaction is required");
  }

  @Test
  void inboxTakesEachSequenceOnceAndNoOlderOne() {
    var key = UUID.randomUUID().toString();
    assertThat(List.of(2L, 2L, 1L, 3L).stream().map(sequence -> accept(key, sequence)))
        .containsExactly(true, false, false, true);
    assertThat(accept(UUID.randomUUID().toString(), 1L)).isTrue();
  }

  @Test
  void republishedStateIsOldNewsToWhoKnowsItAndABackfillToWhoDoesNot() {
    var key = UUID.randomUUID().toString();
    for (int n = 1; n <= 2; n++) {
      var payload = Map.of("n", n, "backfill", false);
      QuarkusTransaction.requiringNew()
          .run(() -> outbox.append(new OutboxEvent(TOPIC, key, payload)));
    }
    records(key, 2).forEach(record -> accept(key, CloudEvent.of(record).sequence()));
    given()
        .header("Authorization", Tokens.bearer("steward"))
        .post("/sample/v1/republications")
        .then()
        .statusCode(403);
    given()
        .header("Authorization", Tokens.bearer("operator"))
        .post("/sample/v1/republications")
        .then()
        .statusCode(200)
        .body("topic", hasItem(TOPIC));

    var repeated = records(key, 3).getLast();
    var sequence = CloudEvent.of(repeated).sequence();
    assertThat(sequence).isEqualTo(2);
    assertThat(repeated.value().replace(" ", "")).isEqualTo("{\"n\":2,\"backfill\":true}");
    assertThat(accept(key, sequence)).isFalse();
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.append(new OutboxEvent(TOPIC, key, Map.of("n", 3))));
    assertThat(CloudEvent.of(records(key, 4).getLast()).sequence()).isEqualTo(3);
  }

  private boolean accept(String key, long sequence) {
    return QuarkusTransaction.requiringNew().call(() -> inbox.accept(TOPIC, key, sequence));
  }

  private static List<ConsumerRecord<String, String>> records(String key, int wanted) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers",
            RealServers.servers().kafka(),
            "group.id",
            UUID.randomUUID().toString(),
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      var found = new ArrayList<ConsumerRecord<String, String>>();
      for (int polls = 0; polls < 60 && found.size() < wanted; polls++) {
        consumer
            .poll(Duration.ofMillis(500))
            .forEach(
                record -> {
                  if (record.key().equals(key)) {
                    found.add(record);
                  }
                });
      }
      return found;
    }
  }
}
