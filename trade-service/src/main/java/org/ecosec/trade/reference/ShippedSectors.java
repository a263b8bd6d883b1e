package org.ecosec.trade.reference;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.ecosec.trade.reference.SectorScheme.Basket;
import org.ecosec.trade.reference.SectorScheme.BasketCode;

/**
 * Publishes the schemes that ship with the product: at first start, and when a new release ships
 * others. A scheme that a steward has changed is theirs and stays.
 */
@ApplicationScoped
class ShippedSectors {

  private final SectorPublication publication;

  ShippedSectors(SectorPublication publication) {
    this.publication = publication;
  }

  // Before anything reads a basket.
  void publish(@Observes @Priority(10) StartupEvent start) {
    read().forEach(publication::ship);
  }

  static List<SectorScheme> read() {
    var codes = new LinkedHashMap<String, List<BasketCode>>();
    for (var row : ReferenceCsv.read("sectors.csv")) {
      codes
          .computeIfAbsent(
              row.getField("scheme") + " " + row.getField("sector"), key -> new ArrayList<>())
          .add(
              new BasketCode(
                  row.getField("classification"), row.getField("code"), row.getField("reason")));
    }
    var schemes = new LinkedHashMap<String, SectorScheme>();
    var baskets = new LinkedHashMap<String, List<Basket>>();
    for (var row : ReferenceCsv.read("sector-schemes.csv")) {
      var scheme = row.getField("scheme");
      var sector = row.getField("sector");
      var inside = codes.remove(scheme + " " + sector);
      if (inside == null) {
        throw new IllegalStateException("No code is shipped for " + scheme + " " + sector);
      }
      var basket = baskets.computeIfAbsent(scheme, key -> new ArrayList<>());
      basket.add(new Basket(sector, row.getField("sectorTitle"), inside));
      schemes.put(
          scheme, new SectorScheme(scheme, row.getField("title"), row.getField("source"), basket));
    }
    if (!codes.isEmpty()) {
      throw new IllegalStateException("No scheme is shipped for " + codes.keySet());
    }
    return List.copyOf(schemes.values());
  }
}
