package org.ecosec.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.audit.AuditLedger;
import org.ecosec.platform.sql.Database;

/**
 * Sends the last event of every key of the compacted topics once more, for a consumer that is new
 * or was restored. It carries the sequence it had, so that whoever knows it refuses it, and {@code
 * backfill}, so that who takes it tells nobody.
 */
@ApplicationScoped
public class Republication {

  // The lock on the sequence keeps newer news of a key behind what is repeated here.
  private static final String REPEAT =
      """
      with state as (
        select topic, record_key, last, state from outbox_sequence
        where state is not null order by topic, record_key for update),
      repeated as (
        insert into outbox (ce_id, topic, record_key, sequence, payload, occurred_at)
        select gen_random_uuid(), topic, record_key, last,
          case when jsonb_exists(state::jsonb, 'backfill')
            then jsonb_set(state::jsonb, '{backfill}', 'true')::text else state end,
          clock_timestamp()
        from state returning topic)
      select topic, count(*) from repeated group by topic order by topic
      """;

  private final Database database;
  private final AuditLedger audit;

  Republication(Database database, AuditLedger audit) {
    this.database = database;
    this.audit = audit;
  }

  /** How many events of a topic were repeated. */
  public record Repeated(String topic, long events) {}

  @Transactional
  public List<Repeated> repeat() {
    var repeated = database.list(REPEAT, row -> new Repeated(row.getString(1), row.getLong(2)));
    database.first("select pg_notify(?, '')", row -> row.getString(1), Outbox.CHANNEL);
    audit.record("REPUBLISHED", "state", Map.of("topics", repeated));
    return repeated;
  }
}
