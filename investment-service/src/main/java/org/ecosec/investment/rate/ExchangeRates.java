package org.ecosec.investment.rate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ecosec.investment.change.Facts;

@ApplicationScoped
class ExchangeRates extends Facts<ExchangeRate> {

  /** The current rates of a set by id. */
  Map<String, ExchangeRate> currentOf(String rateSet) {
    List<ExchangeRate> current = list("rateSet = ?1 and toRevision is null", rateSet);
    return current.stream().collect(Collectors.toMap(ExchangeRate::id, Function.identity()));
  }
}
