package org.ecosec.trade.mirror;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What importer and exporter say of the same flow, side by side. */
@Schema(
    description =
        "Both reports as they are, never averaged. ratio is the import value over the export value;"
            + " ratioAtFob takes freight and insurance off the import value first (CIF over FOB);"
            + " logGap is ln(export) - ln(import at FOB). reasons say what may stand behind a gap,"
            + " not what does. Method: docs/methods/balances-and-mirrors.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MirrorGapView(
    String importer,
    String exporter,
    String classification,
    String product,
    String productName,
    String freq,
    String period,
    @Nullable BigDecimal importUsd,
    @Nullable String importValuation,
    @Nullable String importSource,
    @Nullable BigDecimal exportUsd,
    @Nullable String exportValuation,
    @Nullable String exportSource,
    @Nullable BigDecimal ratio,
    @Nullable BigDecimal ratioAtFob,
    @Nullable BigDecimal logGap,
    BigDecimal cifOverFob,
    String cifOverFobCitation,
    @Nullable String reason,
    List<GapReason> reasons,
    String methodVersion,
    long revision) {

  static final String METHOD = "mirror-gap/1";

  /** What may stand behind a gap. */
  public record GapReason(Kind kind, Likelihood likelihood, String says) {}

  /** The usual suspects. */
  public enum Kind {
    VALUATION,
    TIMING,
    RE_EXPORT,
    EDITION
  }

  /** Whether the figures point to it or merely leave it open. */
  public enum Likelihood {
    LIKELY,
    POSSIBLE
  }
}
