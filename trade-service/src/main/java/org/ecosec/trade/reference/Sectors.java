package org.ecosec.trade.reference;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The published baskets: which codes belong to which sector of which scheme, and why. */
@Singleton
public class Sectors {

  private final List<SectorCode> codes;
  private final Map<String, TreeSet<String>> byProduct = new HashMap<>();

  /** One code of a basket with the reason it is in. */
  public record SectorCode(
      String scheme, String sector, String classification, String code, String reason) {}

  Sectors() {
    codes =
        ReferenceCsv.read("sectors.csv").stream()
            .map(
                row ->
                    new SectorCode(
                        row.getField("scheme"),
                        row.getField("sector"),
                        row.getField("classification"),
                        row.getField("code"),
                        row.getField("reason")))
            .toList();
    for (SectorCode code : codes) {
      byProduct
          .computeIfAbsent(code.classification() + " " + code.code(), key -> new TreeSet<>())
          .add(code.sector());
    }
  }

  /** The sectors that a product is in, sorted; none if it is in no basket. */
  public List<String> of(String classification, String code) {
    return List.copyOf(byProduct.getOrDefault(classification + " " + code, new TreeSet<>()));
  }

  /** The codes of a sector in every scheme. */
  public List<SectorCode> codes(String sector) {
    return codes.stream().filter(code -> code.sector().equals(sector)).toList();
  }

  public List<SectorCode> all() {
    return codes;
  }
}
