package org.ecosec.trade.production;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.ecosec.trade.production.math.ProductionConcentration;
import org.ecosec.trade.reference.ReferenceCsv;

/** How well economies are governed: World Bank, World Governance Indicators, mean of six, 2022. */
@Singleton
public class Governance {

  public static final String SOURCE = "World Bank, Worldwide Governance Indicators 2023 update";
  public static final String YEAR = "2022";

  private final Map<String, Double> scores = new HashMap<>();

  Governance() {
    for (var row : ReferenceCsv.read("governance.csv")) {
      scores.put(row.getField("economy"), Double.valueOf(row.getField("score")));
    }
  }

  /** From 0 (well) to 10 (badly); empty for an economy that the indicators leave out. */
  public OptionalDouble of(String economy) {
    var score = scores.get(economy);
    return score == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(ProductionConcentration.governance(score));
  }
}
