package org.ecosec.trade.anomaly;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.ecosec.trade.reference.ReferenceCsv;

/** Codes that hold goods of different kinds, so that one can move unseen among the others. */
@Singleton
public class MixedBaskets {

  private final List<Basket> baskets;

  private record Basket(String classification, String code, String holds) {}

  MixedBaskets() {
    baskets =
        ReferenceCsv.read("mixed-baskets.csv").stream()
            .map(
                row ->
                    new Basket(
                        row.getField("classification"),
                        row.getField("code"),
                        row.getField("holds")))
            .toList();
  }

  public boolean mixed(String classification, String product) {
    return holds(classification, product).isPresent();
  }

  /** What a mixed code holds, in words; empty for any other code. */
  Optional<String> holds(String classification, String product) {
    return baskets.stream()
        .filter(basket -> basket.classification().equals(classification))
        .filter(basket -> product.startsWith(basket.code()) || basket.code().startsWith(product))
        .map(Basket::holds)
        .findFirst();
  }
}
