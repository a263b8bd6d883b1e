package org.ecosec.platform.sql;

import java.sql.SQLException;

/** PostgreSQL refused or was away; never the caller's fault. */
public final class DatabaseFailure extends RuntimeException {

  DatabaseFailure(SQLException cause) {
    super(cause);
  }

  /**
   * The five characters of the SQL standard: 23505 is a broken unique key, 08 and 57 are outages.
   */
  public String sqlState() {
    return getCause() instanceof SQLException sql && sql.getSQLState() != null
        ? sql.getSQLState()
        : "";
  }
}
