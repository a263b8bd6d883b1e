package org.ecosec.alerts.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.ledger.HashChain;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Moves what is pending into the chains, within about a second of its commit, one sealer over all
 * replicas. Writers need no lock of their own that way: thousands of attempts a second would wait
 * for each other at the end of the chain.
 */
@ApplicationScoped
class Sealing {

  private static final long LOCK = 0x1ED6;
  private static final int PART = 1_000;

  private record Pending(HandlingLevel chain, String content) {}

  private record End(long number, String hash) {}

  private final Database sql;
  private final Clearance clearance;

  Sealing(Database sql, Clearance clearance) {
    this.sql = sql;
    this.clearance = clearance;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void sealAll() {
    clearance.actAsSystem();
    int sealed = PART;
    while (sealed == PART) {
      sealed = QuarkusTransaction.requiringNew().call(this::sealPart);
    }
  }

  // Whatever is pending, never "after the last id": ids are handed out before their commit.
  private int sealPart() {
    if (sql.number("select case when pg_try_advisory_xact_lock(?) then 1 else 0 end", LOCK) == 0) {
      return 0;
    }
    var pending =
        sql.list(
            """
            with part as (select id from ledger_pending order by id limit ?),
              taken as (delete from ledger_pending p using part where p.id = part.id returning p.*)
            select chain, content from taken order by id
            """,
            row -> new Pending(HandlingLevel.valueOf(row.getString(1)), row.getString(2)),
            PART);
    write(pending);
    return pending.size();
  }

  private void write(List<Pending> pending) {
    Map<HandlingLevel, End> ends = new EnumMap<>(HandlingLevel.class);
    var rows = new ArrayList<@Nullable Object[]>();
    for (Pending entry : pending) {
      var end = ends.computeIfAbsent(entry.chain(), this::end);
      var next = new End(end.number() + 1, HashChain.next(end.hash(), entry.content()));
      rows.add(
          new @Nullable Object[] {
            entry.chain().name(), next.number(), entry.content(), end.hash(), next.hash()
          });
      ends.put(entry.chain(), next);
    }
    sql.updateAll(
        "insert into ledger_entry (chain, number, content, previous_hash, hash) values (?, ?, ?, ?,"
            + " ?)",
        rows);
  }

  private End end(HandlingLevel chain) {
    return sql.first(
            "select number, hash from ledger_entry where chain = ? order by number desc limit 1",
            row -> new End(row.getLong(1), row.getString(2)),
            chain)
        .orElse(new End(0, HashChain.GENESIS));
  }
}
