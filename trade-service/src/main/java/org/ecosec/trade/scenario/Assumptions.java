package org.ecosec.trade.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * All that a scenario assumes, with what the caller left out filled in: who holds back how much of
 * which products from whom, for how long, and who could supply instead.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Assumptions(
    String imposer,
    String classification,
    List<String> products,
    @Nullable String sector,
    List<String> targets,
    BigDecimal cut,
    int horizonDays,
    int transitDays,
    SpareShares spareShares,
    @Nullable BigDecimal stockDays,
    Map<String, BigDecimal> stockDaysByProduct,
    List<String> excludedSuppliers,
    @Nullable String baselinePeriod) {

  static final int MAX_PRODUCTS = 5_000;
  private static final int MAX_ECONOMIES = 300;
  private static final int MAX_HORIZON = 1_095;
  private static final BigDecimal MAX_STOCK = BigDecimal.valueOf(3_650);

  public Assumptions {
    products = List.copyOf(products);
    targets = List.copyOf(targets);
    excludedSuppliers = List.copyOf(excludedSuppliers);
    stockDaysByProduct = new TreeMap<>(stockDaysByProduct);
    require(
        !products.isEmpty() && products.size() <= MAX_PRODUCTS,
        "/products",
        "takes 1 to " + MAX_PRODUCTS + " codes");
    require(
        products.stream().allMatch(code -> code.matches("[A-Za-z0-9.-]{1,20}")),
        "/products",
        "holds what is not a code");
    require(
        products.stream().distinct().count() == products.size(), "/products", "names one twice");
    require(targets.size() <= MAX_ECONOMIES, "/targets", "takes at most " + MAX_ECONOMIES);
    require(!targets.contains(imposer), "/targets", "holds the imposer");
    require(
        excludedSuppliers.size() <= MAX_ECONOMIES,
        "/excludedSuppliers",
        "takes at most " + MAX_ECONOMIES);
    require(
        cut.signum() > 0 && cut.compareTo(BigDecimal.ONE) <= 0,
        "/cut",
        "must be above 0 and at most 1");
    require(
        horizonDays >= 1 && horizonDays <= MAX_HORIZON,
        "/horizonDays",
        "takes 1 to " + MAX_HORIZON);
    require(
        transitDays >= 0 && transitDays <= MAX_HORIZON,
        "/transitDays",
        "takes 0 to " + MAX_HORIZON);
    require(stockDays == null || isStock(stockDays), "/stockDays", "takes 0 to 3650");
    require(
        stockDaysByProduct.size() <= MAX_PRODUCTS
            && stockDaysByProduct.values().stream().allMatch(Assumptions::isStock),
        "/stockDaysByProduct",
        "takes 0 to 3650 each");
    require(
        baselinePeriod == null || baselinePeriod.matches("(19|20)\\d{2}"),
        "/baselinePeriod",
        "takes a calendar year such as 2024");
  }

  /** With the products of the sector if the request names one. */
  static Assumptions of(ScenarioRequest request, List<String> sectorProducts) {
    var named = orNone(request.products());
    require(
        named.isEmpty() != (request.sector() == null),
        "/products",
        "name products or a sector, not both");
    return new Assumptions(
        request.imposer(),
        Objects.requireNonNullElse(request.classification(), "HS"),
        named.isEmpty() ? sectorProducts : named,
        request.sector(),
        orNone(request.targets()),
        request.cut(),
        request.horizonDays(),
        Objects.requireNonNullElse(request.transitDays(), 0),
        Objects.requireNonNullElse(
            request.spareShares(), SpareShares.ofHorizon(request.horizonDays())),
        request.stockDays(),
        Objects.requireNonNullElse(request.stockDaysByProduct(), Map.of()),
        orNone(request.excludedSuppliers()),
        request.baselinePeriod());
  }

  /** Null where nothing is known of the stocks. */
  @Nullable BigDecimal stockDaysOf(String product) {
    return stockDaysByProduct.getOrDefault(product, stockDays);
  }

  private static List<String> orNone(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }

  private static boolean isStock(BigDecimal days) {
    return days.signum() >= 0 && days.compareTo(MAX_STOCK) <= 0;
  }

  static void require(boolean holds, String pointer, String message) {
    if (!holds) {
      throw Problem.unprocessable("bad-scenario", "The scenario cannot be worked out like this.")
          .at(pointer, message);
    }
  }
}
