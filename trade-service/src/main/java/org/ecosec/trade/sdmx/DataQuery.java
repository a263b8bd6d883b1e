package org.ecosec.trade.sdmx;

import java.util.List;
import org.ecosec.trade.sdmx.Component.Attribute;
import org.ecosec.trade.sdmx.Component.Dimension;
import org.ecosec.trade.sdmx.Component.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What a data query asks for, at a revision; with {@code since}, only what changed after that
 * revision.
 */
record DataQuery(
    Selection selection, Window window, Columns columns, long revision, @Nullable Long since) {

  /** Which series and periods. */
  record Selection(List<SeriesKey> keys, List<ComponentFilter> filters) {

    Selection {
      keys = List.copyOf(keys);
      filters = List.copyOf(filters);
    }

    Sql condition() {
      var condition = SeriesKey.condition(keys);
      for (ComponentFilter filter : filters) {
        condition = condition.then("and").then(filter.condition());
      }
      return condition;
    }

    boolean narrows(Dimension dimension) {
      return keys.stream().anyMatch(key -> key.fixes(dimension))
          || filters.stream().anyMatch(filter -> filter.component() == dimension);
    }

    /** The same with any code for one dimension. */
    Selection without(Dimension dimension) {
      return new Selection(
          keys.stream().map(key -> key.without(dimension)).toList(),
          filters.stream().filter(filter -> filter.component() != dimension).toList());
    }
  }

  /** How much of it; null is all. */
  record Window(
      @Nullable Long first, @Nullable Long last, @Nullable Long offset, @Nullable Long limit) {}

  /** What is told of each observation, and whether observations stand in time series. */
  record Columns(List<Measure> measures, List<Attribute> attributes, boolean flat) {

    Columns {
      measures = List.copyOf(measures);
      attributes = List.copyOf(attributes);
    }

    /** Nothing is asked about the observations: the answer is the keys of the series. */
    boolean keysOnly() {
      return measures.isEmpty() && attributes.isEmpty();
    }
  }
}
