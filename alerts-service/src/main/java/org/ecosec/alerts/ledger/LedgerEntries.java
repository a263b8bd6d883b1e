package org.ecosec.alerts.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.ecosec.platform.ledger.ChainedEntry;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;

/** Reads the sealed entries of a chain. */
@ApplicationScoped
class LedgerEntries {

  private final Database sql;
  private final ObjectMapper json;

  LedgerEntries(Database sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  List<ChainedEntry> after(HandlingLevel chain, long number, int limit) {
    return sql.list(
        "select number, previous_hash, hash, content from ledger_entry"
            + " where chain = ? and number > ? order by number limit ?",
        this::entry,
        chain,
        number,
        limit);
  }

  private ChainedEntry entry(ResultSet row) throws SQLException {
    try {
      return new ChainedEntry(
          row.getLong(1), row.getString(2), row.getString(3), json.readTree(row.getString(4)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
