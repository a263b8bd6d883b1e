package org.ecosec.trade.production;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ecosec.trade.production.KnownProduction.Reason;
import org.ecosec.trade.production.Minerals.MineralProduct;
import org.ecosec.trade.production.Productions.Filter;
import org.ecosec.trade.reference.Products;

/** Finds what importers produce themselves of what their imports of a product carry. */
@ApplicationScoped
public class KnownProductions {

  private static final Filter ALL = new Filter(null, null, null, null, null);
  // A figure before a reason; then by source, so that the same one answers every time.
  private static final Comparator<ProductionDependencyView> BEST_FIRST =
      Comparator.comparing((ProductionDependencyView view) -> view.dependency() == null)
          .thenComparing(ProductionDependencyView::source, Comparator.reverseOrder())
          .thenComparing(ProductionDependencyView::mineral)
          .thenComparing(ProductionDependencyView::stage);

  private final Productions productions;
  private final ProductionDependencies dependencies;
  private final Minerals minerals;
  private final Headings headings;

  KnownProductions(
      Productions productions,
      ProductionDependencies dependencies,
      Minerals minerals,
      Headings headings) {
    this.productions = productions;
    this.dependencies = dependencies;
    this.minerals = minerals;
    this.headings = headings;
  }

  /** An importer's product in a year. */
  public record Cell(String importer, String classification, String product, String period) {}

  /** One answer for each cell, in their order. */
  public List<KnownProduction> of(List<Cell> cells, long revision) {
    var carried =
        cells.stream()
            .map(Cell::product)
            .distinct()
            .collect(Collectors.toMap(product -> product, this::baskets));
    boolean any = carried.values().stream().anyMatch(baskets -> !baskets.isEmpty());
    var keys = any ? productions.keys(ALL, revision) : List.<Productions.Key>of();
    return cells.stream().map(cell -> of(cell, carried, keys, revision)).toList();
  }

  private KnownProduction of(
      Cell cell,
      Map<String, List<MineralProduct>> carried,
      List<Productions.Key> keys,
      long revision) {
    var baskets = carried.getOrDefault(cell.product(), List.of());
    if (baskets.isEmpty() || !cell.classification().equals(Products.HS)) {
      return KnownProduction.none(Reason.NO_MINERAL);
    }
    if (!cell.period().matches("\\d{4}")) {
      return KnownProduction.none(Reason.NOT_A_CALENDAR_YEAR);
    }
    int year = Integer.parseInt(cell.period());
    var known =
        keys.stream()
            .filter(key -> key.year() == year)
            .filter(key -> baskets.stream().anyMatch(basket -> isOf(basket, key)))
            .toList();
    if (known.isEmpty()) {
      return KnownProduction.none(Reason.NO_PRODUCTION);
    }
    return known.stream()
        .filter(Productions.Key::isGrossWeight)
        .map(key -> dependencies.view(cell.importer(), key, revision))
        .min(BEST_FIRST)
        .map(best -> KnownProduction.of(best, isMixed(best)))
        .orElse(KnownProduction.none(Reason.OTHER_UNIT));
  }

  /** The codes that a product is, or that it is the whole heading of. */
  private List<MineralProduct> baskets(String product) {
    return minerals.carriedBy(product).stream()
        .filter(
            basket ->
                basket.hs6().equals(product)
                    || headings
                        .with(minerals.codes(basket.mineral(), basket.stage()))
                        .contains(product))
        .toList();
  }

  private static boolean isOf(MineralProduct basket, Productions.Key key) {
    return basket.mineral().equals(key.mineral()) && basket.stage().equals(key.stage());
  }

  private boolean isMixed(ProductionDependencyView best) {
    return minerals.all().stream()
        .filter(product -> product.mineral().equals(best.mineral()))
        .filter(product -> product.stage().equals(best.stage()))
        .anyMatch(MineralProduct::holdsOtherGoods);
  }
}
