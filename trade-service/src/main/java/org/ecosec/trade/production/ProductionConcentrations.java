package org.ecosec.trade.production;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ecosec.trade.production.ProductionConcentrationView.Producer;
import org.ecosec.trade.production.Productions.Filter;
import org.ecosec.trade.production.math.ProductionConcentration;
import org.ecosec.trade.production.math.ProductionConcentration.Output;
import org.ecosec.trade.reference.Economies;
import org.jspecify.annotations.Nullable;

/** Derives concentration from production at read, for a revision. */
@ApplicationScoped
public class ProductionConcentrations {

  public static final String METHOD = "production-concentration/1";
  private static final String UNNAMED = "_X";
  private static final int DECIMALS = 12;

  private final Productions productions;
  private final Governance governance;
  private final Minerals minerals;

  ProductionConcentrations(Productions productions, Governance governance, Minerals minerals) {
    this.productions = productions;
    this.governance = governance;
    this.minerals = minerals;
  }

  List<ProductionConcentrationView> find(Filter filter, long revision) {
    var scores = governance.at(revision);
    return productions.keys(filter, revision).stream()
        .map(
            key ->
                view(
                    key,
                    productions.of(key.source(), key.mineral(), key.stage(), key.year(), revision),
                    scores))
        .toList();
  }

  private ProductionConcentrationView view(
      Productions.Key key, List<Production> all, Governance.Scores scores) {
    var outputs = new ArrayList<Output>();
    var withheld = new ArrayList<String>();
    double unnamed = 0;
    @Nullable BigDecimal world = null;
    for (Production row : all) {
      var tonnes = row.tonnes();
      if (!row.basis().equals(key.basis())) {
        continue;
      }
      if (tonnes == null) {
        withheld.add(row.economy());
      } else if (row.economy().equals(Economies.WORLD)) {
        world = tonnes;
      } else if (row.economy().equals(UNNAMED)) {
        unnamed += tonnes.doubleValue();
      } else {
        outputs.add(new Output(row.economy(), tonnes.doubleValue(), scores.of(row.economy())));
      }
    }
    var found = ProductionConcentration.of(outputs, unnamed);
    double total = outputs.stream().mapToDouble(Output::tonnes).sum() + unnamed;
    return new ProductionConcentrationView(
        key.source(),
        key.mineral(),
        key.stage(),
        key.year(),
        key.basis(),
        decimal(found.hhi()),
        decimal(found.hhiLower()),
        decimal(found.hhiUpper()),
        decimal(found.hhiWgi()),
        decimal(found.hhiWgiLower()),
        decimal(found.hhiWgiUpper()),
        reason(found, withheld),
        null,
        "MISSING_INPUT",
        List.of("endOfLifeRecyclingRate", "substitutionIndex"),
        BigDecimal.valueOf(total).setScale(3, RoundingMode.HALF_EVEN),
        world,
        decimal(found.namedShare()),
        found.shares().stream()
            .map(
                share ->
                    new Producer(
                        share.economy(), decimal(share.share()), decimal(share.governance())))
            .toList(),
        withheld,
        minerals.codes(key.mineral(), key.stage()),
        scores.source(),
        scores.year(),
        METHOD);
  }

  private static @Nullable String reason(ProductionConcentration found, List<String> withheld) {
    if (found.shares().isEmpty()) {
      return "NO_DATA";
    }
    if (found.hhi().isEmpty()) {
      return "LOW_COVERAGE";
    }
    if (found.hhiWgi().isEmpty()) {
      return "NO_GOVERNANCE";
    }
    // The figures are then of what is reported, which the source's world total is too.
    return withheld.isEmpty() ? null : "PRODUCERS_WITHHELD";
  }

  private static @Nullable BigDecimal decimal(OptionalDouble value) {
    return value.isPresent() ? decimal(value.getAsDouble()) : null;
  }

  private static BigDecimal decimal(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN)
        : BigDecimal.ZERO;
  }
}
