package org.ecosec.trade.complexity;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.complexity.Samples.Sample;
import org.ecosec.trade.indicator.IndicatorConfig;
import org.ecosec.trade.indicator.math.Concentration;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/** Puts concentration and complexity beside each other, the riskiest products first. */
@ApplicationScoped
class SectorRisks {

  private static final String NEWEST =
      """
      select distinct on (s.classification, c.product) s.classification, c.product, c.hhi_lower,
        c.hhi_upper, c.top1_partner, c.total_usd, s.period, s.source
      from concentration c join slice s on s.id = c.slice_id
      where c.from_revision <= ? and (c.to_revision is null or c.to_revision > ?)
        and s.reporter = ? and s.freq = 'A' and s.classification || ' ' || c.product = any(?)
      order by s.classification, c.product, s.period desc,
        array_position(?::text[], s.source) nulls last, s.source, s.edition desc
      """;
  private static final Comparator<SectorRisk> RISKIEST_FIRST =
      Comparator.comparing((SectorRisk item) -> item.risk())
          .thenComparing(SectorRisk::pci, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(SectorRisk::hhiLower, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(SectorRisk::classification)
          .thenComparing(SectorRisk::product);

  private final Database database;
  private final Samples samples;
  private final Sectors sectors;
  private final Products products;
  private final TradeSources sources;
  private final IndicatorConfig indicators;

  SectorRisks(
      Database database,
      Samples samples,
      Sectors sectors,
      Products products,
      TradeSources sources,
      IndicatorConfig indicators) {
    this.database = database;
    this.samples = samples;
    this.sectors = sectors;
    this.products = products;
    this.sources = sources;
    this.indicators = indicators;
  }

  List<SectorRisk> of(String importer, String sector, long revision) {
    var codes =
        sectors.codes(sector).stream()
            .map(code -> code.classification() + " " + code.code())
            .toList();
    var pcis = new HashMap<String, Complexities>();
    return database
        .list(
            NEWEST,
            row -> risk(importer, sector, row, pcis, revision),
            revision,
            revision,
            importer,
            codes,
            sources.preference())
        .stream()
        .sorted(RISKIEST_FIRST)
        .toList();
  }

  /** The product indices of a classification, or why there are none. */
  private record Complexities(
      Map<String, BigDecimal> byProduct, @Nullable String reason, @Nullable String period) {}

  private SectorRisk risk(
      String importer, String sector, ResultSet row, Map<String, Complexities> known, long revision)
      throws SQLException {
    var classification = row.getString("classification");
    var product = row.getString("product");
    var complexities = known.computeIfAbsent(classification, key -> complexities(key, revision));
    var pci = complexities.byProduct().get(product);
    var lower = row.getBigDecimal("hhi_lower");
    var upper = row.getBigDecimal("hhi_upper");
    var verdict = verdict(lower, upper);
    var missing = complexities.reason() == null ? "NOT_IN_MATRIX" : complexities.reason();
    return new SectorRisk(
        importer,
        sector,
        product,
        products.name(classification, product),
        classification,
        SectorRisk.risk(verdict, pci),
        lower,
        upper,
        verdict,
        row.getString("top1_partner"),
        row.getBigDecimal("total_usd"),
        row.getString("period"),
        row.getString("source"),
        pci,
        pci == null ? missing : null,
        complexities.period());
  }

  private @Nullable String verdict(@Nullable BigDecimal lower, @Nullable BigDecimal upper) {
    return lower == null || upper == null
        ? null
        : Concentration.verdict(
                lower.doubleValue(), upper.doubleValue(), indicators.concentrationThreshold())
            .map(Enum::name)
            .orElse(null);
  }

  private Complexities complexities(String classification, long revision) {
    var filter = new ComplexityFilter();
    filter.classification = classification;
    Optional<Sample> sample = samples.one(filter, revision);
    if (sample.isEmpty()) {
      return new Complexities(Map.of(), ComplexityRun.NO_WORLD_MATRIX, null);
    }
    var view = sample.get().view();
    var byProduct = new HashMap<String, BigDecimal>();
    database.each(
        "select product, pci from complexity_product where run_id = ? and pci is not null",
        row -> byProduct.put(row.getString(1), row.getBigDecimal(2)),
        sample.get().id());
    return new Complexities(byProduct, view.reason() == null ? null : view.status(), view.period());
  }
}
