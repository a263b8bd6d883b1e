package org.ecosec.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import org.ecosec.alerts.delivery.Retention;
import org.ecosec.platform.ledger.ChainVerification;
import org.ecosec.platform.ledger.ChainVerification.Outcome.Valid;
import org.junit.jupiter.api.Test;

/** What is kept for how long, and what for ever. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class RetentionTest {

  private final Retention retention;
  private final String product = Indicator.newProduct();
  private String subscription = "none yet";

  RetentionTest(Retention retention) {
    this.retention = retention;
  }

  @Test
  void finishedMessagesGoWithTheirAttemptsAfter400DaysAndTheLedgerStays() throws IOException {
    try (var desk = new Receiver()) {
      subscription = Api.subscribe(desk.url(), product).id();
      var alert = resolved(desk);
      age(alert, 401, 2);
      age(alert, 399, 3);
      Eventually.holds(
          "all is sealed", () -> Database.number("select count(*) from ledger_pending") == 0);
      long sealed = Database.number("select count(*) from ledger_entry");
      assertThat(messages(alert)).isEqualTo(7);

      assertThat(retention.forget(Instant.now())).isGreaterThanOrEqualTo(2);

      assertThat(messages(alert)).isEqualTo(5);
      assertThat(attempts(alert)).isEqualTo(5);
      assertThat(Database.number("select count(*) from ledger_entry")).isEqualTo(sealed);
      var export = Api.as("reader").get("/alerts/v1/ledger/export").asString();
      assertThat(export).contains(alert);
      assertThat(ChainVerification.of(new BufferedReader(new StringReader(export))))
          .isInstanceOf(Valid.class);
    }
  }

  @Test
  void whatTellsOfAnOpenAlertStaysHoweverOld() {
    try (var desk = new Receiver()) {
      subscription = Api.subscribe(desk.url(), product).id();
      Indicator.of(product).publish();
      desk.await(1);
      var alert = Api.alert(product, 1).path("alertId").asText();
      settled(alert, 1);
      age(alert, 401, 1);
      Database.execute(
          "update not_told set at = now() - interval '401 days' where alert_id = '%s'"
              .formatted(alert));
      long quiet = notTold(alert);
      retention.forget(Instant.now());
      assertThat(messages(alert)).isEqualTo(2);
      assertThat(notTold(alert)).isEqualTo(quiet);
    }
  }

  @Test
  void oneReplicaAtATimeDeletesAndItGoesOnBatchAfterBatch() {
    try (var desk = new Receiver()) {
      subscription = Api.subscribe(desk.url(), product).id();
      var alert = resolved(desk);
      // More than one batch of 2,000.
      age(alert, 500, 4_100);
      Database.whileHolding(
          0x01D5,
          () -> {
            assertThat(retention.forget(Instant.now())).isZero();
            assertThat(messages(alert)).isEqualTo(4_102);
          });
      retention.forget(Instant.now());
      assertThat(messages(alert)).isEqualTo(2);
    }
  }

  /** An alert that is over, with the two messages that told of it. */
  private String resolved(Receiver desk) {
    Indicator.of(product).hhi("0.45", "0.46").top("CHN", "0.65").publish();
    desk.await(1);
    Indicator.of(product).hhi("0.20", "0.21").top("CHN", "0.30").publish();
    desk.await(2);
    var alert = Api.alert(product, 2).path("alertId").asText();
    settled(alert, 2);
    return alert;
  }

  private void settled(String alert, int messages) {
    Eventually.holds("the attempts are kept", () -> attempts(alert) == messages);
  }

  /** Adds messages as they were so many days ago, each with its attempt. */
  private void age(String alert, int days, int count) {
    Database.execute(
        """
        with aged as (
          insert into delivery (id, alert_id, subscription_id, kind, channel, body, state, attempts,
            tries, created_at, finished_at, handling)
          select uuidv7(interval '-%d days'), d.alert_id, d.subscription_id, d.kind, d.channel, '{}',
            'DELIVERED', 1, 1, now() - interval '%d days', now() - interval '%d days', d.handling
          from (select * from delivery where alert_id = '%s' and subscription_id = '%s' limit 1) d,
            generate_series(1, %d)
          returning id)
        insert into delivery_attempt (delivery_id, number, at, outcome, duration_ms)
        select id, 1, now() - interval '%d days', 'ACCEPTED', 1 from aged
        """
            .formatted(days, days, days, alert, subscription, count, days));
  }

  // Other tests' subscriptions to everything are told too.
  private long messages(String alert) {
    return Database.number("select count(*) from delivery d " + told(alert));
  }

  private long attempts(String alert) {
    return Database.number(
        "select count(*) from delivery_attempt a join delivery d on d.id = a.delivery_id "
            + told(alert));
  }

  private String told(String alert) {
    return "where d.alert_id = '%s' and d.subscription_id = '%s'".formatted(alert, subscription);
  }

  private static long notTold(String alert) {
    return Database.number("select count(*) from not_told where alert_id = '%s'".formatted(alert));
  }
}
