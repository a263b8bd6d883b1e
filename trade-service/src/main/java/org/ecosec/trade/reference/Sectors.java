package org.ecosec.trade.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The published baskets: which codes belong to which sector of which scheme, and why. */
@ApplicationScoped
public class Sectors {

  private static final int KEPT = 50;

  private final SectorSchemes schemes;
  private final Map<Long, Baskets> known = new ConcurrentHashMap<>();

  /** One code of a basket with the reason it is in, and the version of the scheme that says so. */
  public record SectorCode(
      String scheme,
      int version,
      String sector,
      String classification,
      String code,
      String reason) {}

  Sectors(SectorSchemes schemes) {
    this.schemes = schemes;
  }

  /** As published at a revision; a state never changes again, so it is read once. */
  public Baskets at(long revision) {
    long changedAt = schemes.changedAt(revision);
    var baskets = known.get(changedAt);
    if (baskets == null) {
      if (known.size() >= KEPT) {
        known.clear();
      }
      baskets = read(changedAt);
      known.put(changedAt, baskets);
    }
    return baskets;
  }

  /** As published now. */
  public Baskets now() {
    return at(Long.MAX_VALUE);
  }

  /** The sectors that a product is in now, sorted; none if it is in no basket. */
  public List<String> of(String classification, String code) {
    return now().sectors(classification, code);
  }

  /** Every code of every basket as they are now. */
  public List<SectorCode> all() {
    return now().all();
  }

  /** The codes of a sector in every scheme as they are now. */
  public List<SectorCode> codes(String sector) {
    return now().in(sector);
  }

  private Baskets read(long revision) {
    var codes = new ArrayList<SectorCode>();
    for (SectorSchemeView scheme : schemes.at(revision)) {
      for (SectorScheme.Basket basket : scheme.baskets()) {
        for (SectorScheme.BasketCode code : basket.codes()) {
          codes.add(
              new SectorCode(
                  scheme.id(),
                  scheme.version(),
                  basket.sector(),
                  code.classification(),
                  code.code(),
                  code.reason()));
        }
      }
    }
    return new Baskets(codes);
  }
}
