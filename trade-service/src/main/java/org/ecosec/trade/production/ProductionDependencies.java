package org.ecosec.trade.production;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ecosec.trade.production.Productions.Filter;
import org.ecosec.trade.production.math.ApparentUse;
import org.ecosec.trade.production.math.ApparentUse.Reason;
import org.jspecify.annotations.Nullable;

/** Import dependency with known production, for an importer's minerals where units allow. */
@ApplicationScoped
public class ProductionDependencies {

  public static final String METHOD = "production-dependency/1";
  private static final int DECIMALS = 12;

  private final Productions productions;
  private final Minerals minerals;
  private final TradedWeights weights;

  ProductionDependencies(Productions productions, Minerals minerals, TradedWeights weights) {
    this.productions = productions;
    this.minerals = minerals;
    this.weights = weights;
  }

  List<ProductionDependencyView> find(String importer, Filter filter, long revision) {
    return productions.keys(filter, revision).stream()
        .filter(Productions.Key::isGrossWeight)
        .filter(key -> !minerals.codes(key.mineral(), key.stage()).isEmpty())
        .map(key -> view(importer, key, revision))
        .toList();
  }

  /** Of one importer, by what one source says of one year. */
  ProductionDependencyView view(String importer, Productions.Key key, long revision) {
    var codes = minerals.codes(key.mineral(), key.stage());
    var own =
        productions.of(key.source(), key.mineral(), key.stage(), key.year(), revision).stream()
            .filter(row -> row.economy().equals(importer) && row.basis().equals(key.basis()))
            .findFirst();
    var produced = produced(own);
    var imported = weights.tonnes(importer, "IMPORT", codes, key.year(), revision);
    var exported = weights.tonnes(importer, "EXPORT", codes, key.year(), revision);
    boolean withheld = own.isPresent() && produced.isEmpty();
    var use =
        withheld
            ? ApparentUse.none(Reason.PRODUCTION_WITHHELD)
            : ApparentUse.of(produced, imported, exported);
    return new ProductionDependencyView(
        importer,
        key.mineral(),
        key.stage(),
        key.year(),
        key.source(),
        decimal(produced, 3),
        decimal(imported, 3),
        decimal(exported, 3),
        decimal(use.dependency(), DECIMALS),
        decimal(use.dependencyLower(), DECIMALS),
        decimal(use.reliance(), DECIMALS),
        use.reason().map(Enum::name).orElse(null),
        codes,
        METHOD);
  }

  private static OptionalDouble produced(Optional<Production> own) {
    return own.map(Production::tonnes)
        .map(tonnes -> OptionalDouble.of(tonnes.doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  private static @Nullable BigDecimal decimal(OptionalDouble value, int decimals) {
    return value.isPresent()
        ? new BigDecimal(value.getAsDouble()).setScale(decimals, RoundingMode.HALF_EVEN)
        : null;
  }
}
