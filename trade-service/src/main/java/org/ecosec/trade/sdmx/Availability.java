package org.ecosec.trade.sdmx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.sdmx.Component.Dimension;

/** Which codes occur in the observations that a query selects, and how many series those are. */
@ApplicationScoped
class Availability {

  private final Database database;

  Availability(Database database) {
    this.database = database;
  }

  /** The codes by dimension, sorted, and how much there is. */
  record Available(Map<Dimension, List<String>> codes, long series, long observations) {}

  /**
   * {@code exact}: what the query's own answer holds. Otherwise, for each dimension, what it could
   * be widened to while the other filters stay.
   */
  @Transactional
  Available of(DataQuery query, boolean exact) {
    var found = exact(query);
    if (exact) {
      return found;
    }
    var codes = new EnumMap<Dimension, List<String>>(found.codes());
    for (Dimension dimension : Dimension.values()) {
      if (query.selection().narrows(dimension)) {
        var wider =
            new DataQuery(
                query.selection().without(dimension),
                query.window(),
                query.columns(),
                query.revision(),
                query.since());
        codes.put(dimension, exact(wider).codes().getOrDefault(dimension, List.of()));
      }
    }
    return new Available(codes, found.series(), found.observations());
  }

  // One pass over the series, in the database; only the distinct codes stay in memory.
  private Available exact(DataQuery query) {
    var codes = new EnumMap<Dimension, Set<String>>(Dimension.class);
    long[] counts = new long[2];
    for (Action action : Action.of(query)) {
      var sql = series(query, action);
      database.each(
          sql.text(),
          row -> {
            for (int i = 0; i < Dimension.KEY_LENGTH; i++) {
              codes(codes, Dimension.at(i)).add(row.getString(i + 1));
            }
            var periods = (String[]) row.getArray(Dimension.KEY_LENGTH + 1).getArray();
            codes(codes, Dimension.TIME_PERIOD).addAll(List.of(periods));
            counts[0]++;
            counts[1] += periods.length;
          },
          sql.array());
    }
    var lists = new EnumMap<Dimension, List<String>>(Dimension.class);
    codes.forEach((dimension, set) -> lists.put(dimension, List.copyOf(set)));
    return new Available(lists, counts[0], counts[1]);
  }

  private static Set<String> codes(Map<Dimension, Set<String>> codes, Dimension dimension) {
    return codes.computeIfAbsent(dimension, fresh -> new TreeSet<>());
  }

  private static Sql series(DataQuery query, Action action) {
    var columns = new ArrayList<String>();
    for (int i = 0; i < Dimension.KEY_LENGTH; i++) {
      columns.add(Dimension.at(i).column());
    }
    var key = String.join(", ", columns);
    return Sql.of("select " + key + ", array_agg(s.period)")
        .then(
            """
            from observation o join slice s
              on s.id = o.slice_id and s.classification = o.classification and s.year = o.year
            where
            """)
        .then(DataRows.condition(query, action))
        .then("group by " + key);
  }
}
