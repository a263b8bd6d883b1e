package org.ecosec.trade.mirror;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pair's trade in a period as each side reports it, never averaged. */
@Schema(
    description =
        "sides hold what each of the two reports of exactly this period. statements are published"
            + " figures of the period. beside holds the sides' reports of other periods that overlap"
            + " it, where this one has none: to look at, not to compare with. comparison says"
            + " whether the figures of an item may be compared, and why not. Method:"
            + " docs/methods/balances-and-mirrors.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BalanceView(
    String reporter,
    String partner,
    String product,
    String freq,
    String period,
    List<SideView> sides,
    List<TradeStatement> statements,
    List<SideView> beside,
    Comparison comparison,
    String methodVersion,
    long revision) {

  static final String METHOD = "balance/1";

  /** One side's own report; from its point of view, in US dollars. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record SideView(
      String reporter,
      String partner,
      String period,
      @Nullable BigDecimal exportsUsd,
      @Nullable BigDecimal importsUsd,
      @Nullable BigDecimal balanceUsd,
      @Nullable String exportValuation,
      @Nullable String importValuation,
      @Nullable String reason,
      String classification,
      String product,
      String source,
      boolean sumOfMonths,
      long revision) {}

  /** Whether the figures of an item may be compared. */
  public record Comparison(boolean comparable, String reason, String says) {}
}
