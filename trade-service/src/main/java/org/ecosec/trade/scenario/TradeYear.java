package org.ecosec.trade.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trade of one year that a scenario rests on, by product; values in US dollars. */
record TradeYear(String period, Map<String, ProductTrade> products) {

  /** Who imported a product and who exported it. */
  record ProductTrade(List<ImporterTrade> importers, List<ExporterTrade> exporters) {}

  /** One importer's report: what it imported in all, and from each supplier. */
  record ImporterTrade(
      String importer, String source, BigDecimal importsUsd, Map<String, BigDecimal> bySupplier) {

    BigDecimal from(String supplier) {
      return bySupplier.getOrDefault(supplier, BigDecimal.ZERO);
    }
  }

  /** Where an exporter's figure comes from. */
  enum Basis {
    /** Its own report, without the re-exports that it reports. */
    REPORTED,
    /** The sum of what importers report to have got from it, where it does not report. */
    MIRROR
  }

  record ExporterTrade(String exporter, BigDecimal exportsUsd, Basis basis, Output made) {}

  /** What an economy is known to make of a product in the year, or why that is not known. */
  record Output(@Nullable BigDecimal usd, @Nullable String reason) {}

  ProductTrade of(String product) {
    return products.getOrDefault(product, new ProductTrade(List.of(), List.of()));
  }
}
