package org.ecosec.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Writes events in the transaction of the state they tell of; {@link OutboxRelay} sends them. The
 * caller holds the lock of the aggregate before it appends, so that the sequence of a key follows
 * the order of its states.
 */
@ApplicationScoped
public class Outbox {

  static final String CHANNEL = "outbox";

  private static final String INSERT =
      """
      with next as (
        insert into outbox_sequence as s (topic, record_key, state, last) values (?, ?, ?, 1)
        on conflict (topic, record_key) do update set last = s.last + 1, state = excluded.state
        returning last)
      insert into outbox (ce_id, topic, record_key, sequence, payload, occurred_at)
      select ?, ?, ?, next.last, ?, ? from next
      """;

  private final DataSource dataSource;
  private final ObjectMapper json;
  private final Clock clock;
  private final OutboxConfig config;

  Outbox(DataSource dataSource, ObjectMapper json, Clock clock, OutboxConfig config) {
    this.dataSource = dataSource;
    this.json = json;
    this.clock = clock;
    this.config = config;
  }

  @Transactional(TxType.MANDATORY)
  public void append(OutboxEvent event) {
    appendAll(List.of(event));
  }

  /** Appends in the order given. */
  @Transactional(TxType.MANDATORY)
  public void appendAll(List<OutboxEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    var at = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT);
        PreparedStatement wake = connection.prepareStatement("select pg_notify(?, '')")) {
      for (OutboxEvent event : events) {
        var payload = json.writeValueAsString(event.payload());
        insert.setString(1, event.topic());
        insert.setString(2, event.key());
        insert.setString(3, config.isState(event.topic()) ? payload : null);
        insert.setObject(4, UUID.randomUUID());
        insert.setString(5, event.topic());
        insert.setString(6, event.key());
        insert.setString(7, payload);
        insert.setObject(8, at);
        insert.addBatch();
      }
      insert.executeBatch();
      wake.setString(1, CHANNEL);
      wake.execute();
    } catch (SQLException | JsonProcessingException failure) {
      throw new IllegalStateException("The outbox could not take an event", failure);
    }
  }
}
