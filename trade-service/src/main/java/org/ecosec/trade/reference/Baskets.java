package org.ecosec.trade.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ecosec.trade.reference.Sectors.SectorCode;

/** The published baskets as they stood at a revision. */
public final class Baskets {

  private final List<SectorCode> codes;
  private final Map<String, List<SectorCode>> byProduct = new HashMap<>();
  private final Map<String, List<SectorCode>> bySector = new TreeMap<>();

  Baskets(List<SectorCode> codes) {
    this.codes = List.copyOf(codes);
    for (SectorCode code : codes) {
      byProduct.computeIfAbsent(key(code.classification(), code.code()), key -> list()).add(code);
      bySector.computeIfAbsent(code.sector(), key -> list()).add(code);
    }
  }

  public List<SectorCode> all() {
    return codes;
  }

  /** Where a product is in; nothing if it is in no basket. */
  public List<SectorCode> with(String classification, String code) {
    return byProduct.getOrDefault(key(classification, code), List.of());
  }

  /** The sectors that a product is in, sorted. */
  public List<String> sectors(String classification, String code) {
    var sectors = new TreeSet<String>();
    with(classification, code).forEach(in -> sectors.add(in.sector()));
    return List.copyOf(sectors);
  }

  /** The codes of a sector in every scheme. */
  public List<SectorCode> in(String sector) {
    return bySector.getOrDefault(sector, List.of());
  }

  private static List<SectorCode> list() {
    return new java.util.ArrayList<>();
  }

  private static String key(String classification, String code) {
    return classification + " " + code;
  }
}
