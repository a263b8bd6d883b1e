package org.ecosec.alerts.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import org.ecosec.alerts.alert.AlertHistory;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.HandlingLevel;

/**
 * Reads the history for a stream, whose request is long over, at the level of its listener. Not for
 * use inside a request: it would raise the clearance of the caller.
 */
@ApplicationScoped
class AlertPages {

  private static final int PAGE = 100;

  private final AlertHistory history;
  private final Clearance clearance;

  AlertPages(AlertHistory history, Clearance clearance) {
    this.history = history;
    this.clearance = clearance;
  }

  @ActivateRequestContext
  List<AlertHistory.Entry> after(long position, HandlingLevel level) {
    clearance.actAsSystem();
    return history.after(position, level, PAGE);
  }

  /**
   * Where a listener that is too far behind goes on: so many events before the newest; 0 if not.
   */
  @ActivateRequestContext
  long goesOnAfter(long position, HandlingLevel level, int catchUp) {
    clearance.actAsSystem();
    return history.skipTo(position, level, catchUp);
  }
}
