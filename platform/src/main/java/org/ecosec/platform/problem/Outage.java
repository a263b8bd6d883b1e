package org.ecosec.platform.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Locale;

/** Whether a failure is the database being away or full, which passes, and not a bug. */
final class Outage {

  private static final int MAX_DEPTH = 20;

  private Outage() {}

  static boolean isBehind(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof SQLTransientException) {
        return true;
      }
      if (cause instanceof SQLException sql && passes(sql)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  // SQL states: 08 connection, 53 resources, 57 operator; the pool's own time-out has none.
  private static boolean passes(SQLException failure) {
    var state = failure.getSQLState();
    var message = String.valueOf(failure.getMessage());
    return state == null
        ? message.toLowerCase(Locale.ROOT).contains("acquisition timeout")
        : state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
  }
}
