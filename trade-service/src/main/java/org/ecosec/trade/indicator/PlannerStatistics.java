package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.observation.SliceChanged;

/** Tells the planner of the database what indicators there are, where much of it is new. */
@ApplicationScoped
class PlannerStatistics {

  private static final long MANY_ROWS = 10_000;

  private final Database database;

  PlannerStatistics(Database database) {
    this.database = database;
  }

  /** After news was worked in; autovacuum sees to a few rows in its own time. */
  void refreshAfter(List<SliceChanged> news) {
    long rows = news.stream().mapToLong(changed -> changed.added() + changed.revised()).sum();
    if (rows >= MANY_ROWS) {
      database.update("analyze concentration, export_total, world_export");
    }
  }
}
