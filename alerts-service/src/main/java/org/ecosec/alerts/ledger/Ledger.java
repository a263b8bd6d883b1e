package org.ecosec.alerts.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.ecosec.platform.ledger.CanonicalJson;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Takes entries in the transaction of what they tell of; a moment later {@link Sealing} gives them
 * their place in the chain, so that no writer waits for another.
 */
@ApplicationScoped
public class Ledger {

  private final Database sql;
  private final CanonicalJson canonical;
  private final Clock clock;

  Ledger(Database sql, CanonicalJson canonical, Clock clock) {
    this.sql = sql;
    this.canonical = canonical;
    this.clock = clock;
  }

  @Transactional(TxType.MANDATORY)
  public void append(LedgerEntry entry) {
    append(List.of(entry));
  }

  @Transactional(TxType.MANDATORY)
  public void append(List<LedgerEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    var at = clock.instant();
    sql.update(
        """
        insert into ledger_pending (chain, content)
        select c, b from unnest(?::text[], ?::text[]) with ordinality as e (c, b, n) order by n
        """,
        entries.stream().map(entry -> entry.chain().name()).toList(),
        entries.stream().map(entry -> text(entry, at)).toList());
  }

  private String text(LedgerEntry entry, Instant at) {
    var content = new TreeMap<String, @Nullable Object>(entry.content());
    content.put("kind", entry.kind());
    content.put("recordedAt", at);
    return canonical.of(content);
  }
}
