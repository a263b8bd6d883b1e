package org.ecosec.alerts.signal;

import java.math.BigDecimal;
import java.util.List;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** What is read of {@code investment.projects.v1}. */
public record ProjectNews(
    String projectId,
    String title,
    @Nullable String status,
    @Nullable String sector,
    List<ProductLink> products,
    List<Money> money,
    List<Party> parties,
    List<String> places,
    HandlingLevel handling,
    long revision) {

  /** A product that the project CONSUMES or PRODUCES, who says so, and how sure it is. */
  public record ProductLink(
      String classification, String code, String link, String source, String confidence) {}

  /**
   * The ladders in one currency; undelivered is committed less disbursed, null without commitment.
   */
  public record Money(
      String currency,
      @Nullable BigDecimal committed,
      @Nullable BigDecimal disbursed,
      @Nullable BigDecimal undelivered) {}

  /** Who takes part, and where it is at home as far as the source says. */
  public record Party(String name, @Nullable String economy) {}

  public ProjectNews {
    Required.of("projectId", projectId);
    Required.of("title", title);
    Required.of("products", products);
    Required.of("money", money);
    Required.of("handling", handling);
    parties = parties == null ? List.of() : List.copyOf(parties);
    places = places == null ? List.of() : List.copyOf(places);
  }
}
