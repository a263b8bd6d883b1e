package org.ecosec.trade.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ecosec.trade.register.Register;
import org.ecosec.trade.scenario.ScenarioResult.Stock;
import org.ecosec.trade.scenario.ScenarioResult.StockBasis;

/** How long stocks last: as the request says, else as a steward keeps it, else unknown. */
@ApplicationScoped
class Stocks {

  private final Register register;

  Stocks(Register register) {
    this.register = register;
  }

  /** What is known for one scenario. */
  record Known(Assumptions assumptions, Map<String, StockDays> entries) {

    Optional<Stock> of(String importer, String product) {
      var asked = assumptions.stockDaysOf(product);
      if (asked != null) {
        return Optional.of(new Stock(asked, StockBasis.REQUEST, null, null, null));
      }
      return entry(importer, product)
          .or(() -> entry(StockDays.ANY, product))
          .map(
              kept ->
                  new Stock(kept.days(), StockBasis.REGISTER, kept.id(), kept.source(), kept.on()));
    }

    private Optional<StockDays> entry(String economy, String product) {
      return Optional.ofNullable(
          entries.get(StockDays.id(economy, assumptions.classification(), product)));
    }
  }

  Known of(Assumptions assumptions, long revision) {
    return new Known(
        assumptions,
        register.at(StockDays.KIND, revision).stream()
            .collect(Collectors.toMap(StockDays::id, Function.identity())));
  }
}
