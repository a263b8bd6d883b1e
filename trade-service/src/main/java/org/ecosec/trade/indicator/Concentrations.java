package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.reference.TradeSources;

/** Reads concentrations as known at a revision, one source for each cell. */
@ApplicationScoped
class Concentrations {

  // One row a cell: the preferred source, then the newer edition of the classification.
  private static final String SELECT =
      """
      with series as (
        select s.*, c.*, max(s.period) over (
            partition by s.reporter, s.classification, c.product, s.freq, s.source) as data_through
        from concentration c join slice s on s.id = c.slice_id
        where c.from_revision <= ? and (c.to_revision is null or c.to_revision > ?)
          and (?::text is null or s.reporter = ?)
          and (?::text is null or c.product = ?)
          and (?::text is null or s.classification || ' ' || c.product = any(?))
          and (?::text is null or s.classification = ?)
          and (?::text is null or s.freq = ?)
          and (?::text is null or s.source = ?)),
      cells as (
        select distinct on (reporter, classification, product, freq, period) *,
          coalesce(hhi_lower, -1) as sort_value
        from series
        where (?::text is null or period = ?) and (?::text is null or period >= ?)
          and (?::text is null or period <= ?) and (not ? or period = data_through)
        order by reporter, classification, product, freq, period,
          array_position(?::text[], source) nulls last, source, edition desc)
      select * from cells
      where (?::text is null or verdict = ?) and
      """;
  private static final String BY_KEY =
      """
       (reporter, classification, product, freq, period) > (?, ?, ?, ?, ?)
      order by reporter, classification, product, freq, period limit ?
      """;
  private static final String BY_VALUE =
      """
       (-sort_value, reporter, classification, product, freq, period)
         > (-(?::numeric), ?, ?, ?, ?, ?)
      order by -sort_value, reporter, classification, product, freq, period limit ?
      """;

  private final Database database;
  private final Products products;
  private final Sectors sectors;
  private final TradeSources sources;

  Concentrations(Database database, Products products, Sectors sectors, TradeSources sources) {
    this.database = database;
    this.products = products;
    this.sectors = sectors;
    this.sources = sources;
  }

  /** {@code after} is the key of the last item seen: five parts, led by its value if sorted so. */
  List<ConcentrationView> find(
      ConcentrationFilter filter, long revision, List<String> after, int limit) {
    var codes =
        filter.sector == null
            ? List.<String>of()
            : sectors.codes(filter.sector).stream()
                .map(code -> code.classification() + " " + code.code())
                .toList();
    boolean byValue = filter.sort != null;
    var tail =
        byValue
            ? new Object[] {
              new BigDecimal(after.get(0)),
              after.get(1),
              after.get(2),
              after.get(3),
              after.get(4),
              after.get(5),
              limit
            }
            : new Object[] {
              after.get(0), after.get(1), after.get(2), after.get(3), after.get(4), limit
            };
    return database.list(
        SELECT + (byValue ? BY_VALUE : BY_KEY),
        this::view,
        parameters(filter, revision, codes, tail));
  }

  private Object[] parameters(
      ConcentrationFilter filter, long revision, List<String> codes, Object[] tail) {
    var head =
        new Object[] {
          revision,
          revision,
          filter.importer,
          filter.importer,
          filter.product,
          filter.product,
          filter.sector,
          codes,
          filter.classification,
          filter.classification,
          filter.freq,
          filter.freq,
          filter.source,
          filter.source,
          filter.period,
          filter.period,
          filter.from,
          filter.from,
          filter.to,
          filter.to,
          filter.newest,
          sources.preference(),
          filter.verdict,
          filter.verdict
        };
    var all = new Object[head.length + tail.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(tail, 0, all, head.length, tail.length);
    return all;
  }

  private ConcentrationView view(ResultSet row) throws SQLException {
    var figures = StoredConcentrations.figures(row);
    var classification = row.getString("classification");
    var product = row.getString("product");
    var edition = row.getString("edition");
    return new ConcentrationView(
        row.getString("reporter"),
        product,
        products.name(classification, product),
        classification,
        edition.isEmpty() ? null : edition,
        row.getString("freq"),
        row.getString("period"),
        figures.hhi(),
        ConcentrationView.points(figures.hhi()),
        figures.hhiLower(),
        figures.hhiUpper(),
        figures.hhiNormalised(),
        figures.effectiveSuppliers(),
        figures.top1(),
        figures.top3Share(),
        figures.suppliers(),
        figures.coverage(),
        figures.totalUsd(),
        figures.unallocatedUsd(),
        figures.residualUsd(),
        figures.reImportsUsd(),
        figures.verdict(),
        figures.reason(),
        row.getString("source"),
        row.getString("data_through"),
        IndicatorChanged.METHOD,
        row.getLong("from_revision"));
  }
}
