package org.ecosec.trade.production;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.trade.reference.ReferenceCsv;

/** Which HS codes carry which mineral at which stage: the baskets of the JRC's RMIS. */
@Singleton
public class Minerals {

  private final List<MineralProduct> products = new ArrayList<>();

  /** One code of a mineral's basket; {@code stage} is MINING or REFINING. */
  public record MineralProduct(String mineral, String stage, String hs6, String description) {

    /**
     * Whether the code holds goods of other minerals too, so that its trade is not the mineral's.
     */
    boolean holdsOtherGoods() {
      return description.contains("PROXY");
    }
  }

  Minerals() {
    for (var row : ReferenceCsv.read("mineral-products.csv")) {
      products.add(
          new MineralProduct(
              row.getField("mineral"),
              row.getField("stage"),
              row.getField("hs6"),
              row.getField("description")));
    }
  }

  public List<MineralProduct> all() {
    return List.copyOf(products);
  }

  /** The codes of a mineral at a stage; none where no basket is published. */
  public List<String> codes(String mineral, String stage) {
    return products.stream()
        .filter(product -> product.mineral().equals(mineral) && product.stage().equals(stage))
        .map(MineralProduct::hs6)
        .toList();
  }

  /** The baskets that a code or a heading of codes is in. */
  List<MineralProduct> carriedBy(String product) {
    return products.stream().filter(carried -> carried.hs6().startsWith(product)).toList();
  }
}
