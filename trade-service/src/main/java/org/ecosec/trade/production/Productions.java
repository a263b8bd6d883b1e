package org.ecosec.trade.production;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** Production as known at a revision. */
@ApplicationScoped
public class Productions {

  private static final String SELECT =
      """
      select source, mineral, stage, economy, year, basis, tonnes, reason from production
      where from_revision <= ? and (to_revision is null or to_revision > ?)
      """;

  private final Database database;

  Productions(Database database) {
    this.database = database;
  }

  /** Which production; what is null does not narrow. */
  record Filter(
      @Nullable String source,
      @Nullable String mineral,
      @Nullable String stage,
      @Nullable String economy,
      @Nullable Integer year) {}

  /** By mineral, stage, source, year, economy and basis, after a place in that order. */
  List<Production> find(Filter filter, long revision, List<String> after, int limit) {
    return database.list(
        SELECT
            + """
             and (?::text is null or source = ?) and (?::text is null or mineral = ?)
              and (?::text is null or stage = ?) and (?::text is null or economy = ?)
              and (?::int is null or year = ?)
              and (mineral, stage, source, year::text, economy, basis) > (?, ?, ?, ?, ?, ?)
            order by mineral, stage, source, year::text, economy, basis limit ?
            """,
        Productions::production,
        revision,
        revision,
        filter.source(),
        filter.source(),
        filter.mineral(),
        filter.mineral(),
        filter.stage(),
        filter.stage(),
        filter.economy(),
        filter.economy(),
        filter.year(),
        filter.year(),
        after.get(0),
        after.get(1),
        after.get(2),
        after.get(3),
        after.get(4),
        after.get(5),
        limit);
  }

  /** Every row of one source, mineral, stage and year: its producers, its rest, its world. */
  public List<Production> of(String source, String mineral, String stage, int year, long revision) {
    return find(
        new Filter(source, mineral, stage, null, year),
        revision,
        List.of("", "", "", "", "", ""),
        Integer.MAX_VALUE);
  }

  /** Which figures there are to compute a concentration from. */
  List<Key> keys(Filter filter, long revision) {
    return database.list(
        """
        select distinct source, mineral, stage, year, basis from production
        where from_revision <= ? and (to_revision is null or to_revision > ?)
          and (?::text is null or source = ?) and (?::text is null or mineral = ?)
          and (?::text is null or stage = ?) and (?::int is null or year = ?)
        order by mineral, stage, source, year, basis
        """,
        row ->
            new Key(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5)),
        revision,
        revision,
        filter.source(),
        filter.source(),
        filter.mineral(),
        filter.mineral(),
        filter.stage(),
        filter.stage(),
        filter.year(),
        filter.year());
  }

  /** One mineral's production at a stage in a year, as one source counts it. */
  record Key(String source, String mineral, String stage, int year, String basis) {

    private static final String GROSS_WEIGHT = "gross weight";

    /** Only that can be set against the weight of what is traded. */
    boolean isGrossWeight() {
      return basis.equals(GROSS_WEIGHT);
    }
  }

  private static Production production(ResultSet row) throws SQLException {
    return new Production(
        row.getString("source"),
        row.getString("mineral"),
        row.getString("stage"),
        row.getString("economy"),
        row.getInt("year"),
        row.getString("basis"),
        row.getBigDecimal("tonnes"),
        row.getString("reason"));
  }
}
