package org.ecosec.trade.sdmx;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.sdmx.Component.Dimension;
import org.jspecify.annotations.Nullable;

/** Observations as a query wants them, in the order of series key and time, never all in memory. */
@ApplicationScoped
class DataRows {

  private static final String FROM =
      """
       from observation o join slice s
        on s.id = o.slice_id and s.classification = o.classification and s.year = o.year
      where
      """;
  private static final String KEY =
      IntStream.rangeClosed(1, Dimension.KEY_LENGTH)
          .mapToObj(i -> "k" + i)
          .collect(Collectors.joining(", "));

  private final Database database;

  DataRows(Database database) {
    this.database = database;
  }

  /** How many rows the answer has in all its data sets, counted up to one more than the bound. */
  long count(DataQuery query, long bound) {
    var window = query.window();
    long offset = window.offset() == null ? 0 : window.offset();
    long most = Math.min(bound + 1, window.limit() == null ? Long.MAX_VALUE : window.limit());
    long rows = 0;
    for (Action action : Action.of(query)) {
      var sql =
          Sql.of("select count(*) from (select 1 from (")
              .then(unordered(query, action))
              .then(") found offset ? limit ?) counted", offset, most);
      rows += database.number(sql.text(), sql.array());
    }
    return rows;
  }

  void each(DataQuery query, Action action, Consumer<DataRow> reader) {
    var sql = windowed(query, action);
    database.each(sql.text(), row -> reader.accept(row(query, row)), sql.array());
  }

  /** When a revision was published; the epoch for the empty beginning. */
  Instant publishedAt(long revision) {
    return database
        .first(
            "select published_at from revision where number = ?",
            row -> row.getObject(1, OffsetDateTime.class).toInstant(),
            revision)
        .orElse(Instant.EPOCH);
  }

  private static Sql windowed(DataQuery query, Action action) {
    var window = query.window();
    var rows =
        unordered(query, action)
            .then("order by " + KEY + (query.columns().keysOnly() ? "" : ", period"))
            .then("offset ?", window.offset() == null ? 0 : window.offset());
    return window.limit() == null ? rows : rows.then("limit ?", window.limit());
  }

  private static Sql unordered(DataQuery query, Action action) {
    return query.columns().keysOnly() ? keys(query, action) : observations(query, action);
  }

  private static Sql keys(DataQuery query, Action action) {
    return Sql.of("select distinct " + keyColumns()).then(FROM).then(condition(query, action));
  }

  private static Sql observations(DataQuery query, Action action) {
    var columns = new StringBuilder(keyColumns()).append(", s.period as period");
    query.columns().measures().forEach(measure -> append(columns, measure));
    query.columns().attributes().forEach(attribute -> append(columns, attribute));
    var window = query.window();
    if (window.first() == null && window.last() == null) {
      return Sql.of("select " + columns).then(FROM).then(condition(query, action));
    }
    var series = " over (partition by " + seriesColumns() + " order by s.period";
    return Sql.of("select * from (select " + columns)
        .then(", row_number()" + series + ") as from_first")
        .then(", row_number()" + series + " desc) as from_last")
        .then(FROM)
        .then(condition(query, action))
        .then(
            ") numbered where (from_first <= ? or from_last <= ?)",
            window.first() == null ? 0 : window.first(),
            window.last() == null ? 0 : window.last());
  }

  private static void append(StringBuilder columns, Component component) {
    columns.append(", ").append(component.column()).append(" as ").append(component.name());
  }

  private static String keyColumns() {
    return IntStream.range(0, Dimension.KEY_LENGTH)
        .mapToObj(i -> Dimension.at(i).column() + " as k" + (i + 1))
        .collect(Collectors.joining(", "));
  }

  private static String seriesColumns() {
    return Arrays.stream(Dimension.values())
        .limit(Dimension.KEY_LENGTH)
        .map(Dimension::column)
        .collect(Collectors.joining(", "));
  }

  static Sql condition(DataQuery query, Action action) {
    long since = query.since() == null ? 0 : query.since();
    long revision = query.revision();
    var known =
        switch (action) {
          case INFORMATION -> standing("o", revision);
          case REPLACE -> standing("o", revision).then("and o.from_revision > ?", since);
          case DELETE ->
              Sql.of(
                      "o.from_revision <= ? and o.to_revision > ? and o.to_revision <= ?",
                      since,
                      since,
                      revision)
                  .then(
                      """
                      and not exists (select 1 from observation n
                        where n.slice_id = o.slice_id and n.classification = o.classification
                          and n.year = o.year and n.product = o.product and n.partner = o.partner
                          and
                      """)
                  .then(standing("n", revision))
                  .then(")");
        };
    return known.then("and").then(query.selection().condition());
  }

  private static Sql standing(String row, long revision) {
    return Sql.of(
        "%1$s.from_revision <= ? and (%1$s.to_revision is null or %1$s.to_revision > ?)"
            .formatted(row),
        revision,
        revision);
  }

  private static DataRow row(DataQuery query, ResultSet row) throws SQLException {
    var key = new ArrayList<String>(Dimension.KEY_LENGTH);
    for (int i = 1; i <= Dimension.KEY_LENGTH; i++) {
      key.add(row.getString(i));
    }
    if (query.columns().keysOnly()) {
      return new DataRow(key, "", List.of(), List.of());
    }
    int column = Dimension.KEY_LENGTH + 1;
    var period = row.getString(column++);
    var measures = new ArrayList<@Nullable BigDecimal>();
    for (int i = 0; i < query.columns().measures().size(); i++) {
      measures.add(row.getBigDecimal(column++));
    }
    var attributes = new ArrayList<@Nullable String>();
    for (int i = 0; i < query.columns().attributes().size(); i++) {
      attributes.add(row.getString(column++));
    }
    return new DataRow(key, period, measures, attributes);
  }
}
