package org.ecosec.alerts.signal;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from data that it will never take. */
final class DatabaseTrouble {

  private DatabaseTrouble() {}

  /**
   * True if the data themselves are at fault (SQL states 22 and 23), so that a retry is in vain.
   */
  static boolean blamesData(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
      }
    }
    return false;
  }

  /** True if a database call failed anywhere below. */
  static boolean isBehind(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return true;
      }
    }
    return false;
  }
}
