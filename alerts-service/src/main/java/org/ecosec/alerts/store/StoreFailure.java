package org.ecosec.alerts.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database refused or did not answer. */
public final class StoreFailure extends RuntimeException {

  public StoreFailure(SQLException cause) {
    super("The database refused or did not answer", cause);
  }

  /**
   * True if the data themselves are at fault (SQL states 22 and 23), so that a retry is in vain.
   */
  public static boolean blamesData(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
      }
    }
    return false;
  }

  /** True if a database call failed anywhere below. */
  public static boolean isBehind(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return true;
      }
    }
    return false;
  }
}
