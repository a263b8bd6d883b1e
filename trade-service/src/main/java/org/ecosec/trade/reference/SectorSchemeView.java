package org.ecosec.trade.reference;

import java.time.Instant;
import java.util.List;

/** A scheme as it was published: its version, when and by whom. */
public record SectorSchemeView(
    String id,
    int version,
    String title,
    String source,
    List<SectorScheme.Basket> baskets,
    Instant publishedAt,
    String publishedBy,
    long revision) {

  /** Without the codes, for a list. */
  public record SummaryView(
      String id,
      int version,
      String title,
      String source,
      List<String> sectors,
      int codes,
      Instant publishedAt,
      String publishedBy,
      long revision) {

    static SummaryView of(SectorSchemeView view) {
      return new SummaryView(
          view.id(),
          view.version(),
          view.title(),
          view.source(),
          view.baskets().stream().map(SectorScheme.Basket::sector).toList(),
          view.baskets().stream().mapToInt(basket -> basket.codes().size()).sum(),
          view.publishedAt(),
          view.publishedBy(),
          view.revision());
    }
  }

  SectorScheme scheme() {
    return new SectorScheme(id, title, source, baskets);
  }
}
