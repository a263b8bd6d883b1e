package org.ecosec.trade.complexity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product of a sector as an importer gets it: from how few, and how hard it is to make. */
@Schema(
    description =
        "risk: CONCENTRATED_AND_COMPLEX comes first, then CONCENTRATED, COMPLEX, NEITHER and UNKNOWN"
            + " (the bounds do not decide). pci is null with pciReason where no world matrix is loaded"
            + " or the matrix has no such code; complex means a pci above 0.")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SectorRisk(
    String importer,
    String sector,
    String product,
    String productName,
    String classification,
    Risk risk,
    @Nullable BigDecimal hhiLower,
    @Nullable BigDecimal hhiUpper,
    @Nullable String verdict,
    @Nullable String top1,
    BigDecimal totalUsd,
    String concentrationPeriod,
    String concentrationSource,
    @Nullable BigDecimal pci,
    @Nullable String pciReason,
    @Nullable String pciPeriod) {

  /** What the two figures say together. */
  public enum Risk {
    CONCENTRATED_AND_COMPLEX,
    CONCENTRATED,
    COMPLEX,
    NEITHER,
    UNKNOWN
  }

  static Risk risk(@Nullable String verdict, @Nullable BigDecimal pci) {
    boolean complex = pci != null && pci.signum() > 0;
    if (verdict == null) {
      return Risk.UNKNOWN;
    }
    if (verdict.equals("CONCENTRATED")) {
      return complex ? Risk.CONCENTRATED_AND_COMPLEX : Risk.CONCENTRATED;
    }
    return complex ? Risk.COMPLEX : Risk.NEITHER;
  }
}
