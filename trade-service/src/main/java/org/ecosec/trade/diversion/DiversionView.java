package org.ecosec.trade.diversion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Origin, hub and market of a product before and after a date. */
@Schema(
    description =
        "reading CONSISTENT_WITH_DIVERSION: the direct trade fell by at least 30 %, the hub's imports"
            + " from the origin rose by 50 % more than its other imports from there, and the market's"
            + " imports from the hub rose by at least 50 %. It says that the figures fit, not that"
            + " anybody diverted. hubCapacity: whether a loaded source knows of production of the"
            + " product's mineral in the hub; UNKNOWN has a hubCapacityReason. Method:"
            + " docs/methods/diversion.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DiversionView(
    String origin,
    String hub,
    String market,
    String classification,
    String product,
    String productName,
    List<String> before,
    List<String> after,
    Reading reading,
    List<String> failed,
    Leg direct,
    Leg inflow,
    @Nullable BigDecimal controlGrowth,
    Leg outflow,
    @Nullable BigDecimal divertedAtMostUsd,
    @Nullable BigDecimal mirrorGap,
    @Nullable BigDecimal mirrorGapZ,
    @Nullable BigDecimal unitValueZ,
    Capacity.Status hubCapacity,
    @Nullable String hubCapacityReason,
    Confidence confidence,
    List<String> because,
    String methodVersion) {

  static final String METHOD = "diversion/2";

  /** Whether the three changes fit together. */
  public enum Reading {
    CONSISTENT_WITH_DIVERSION,
    NOT_CONSISTENT
  }

  /** How much speaks for the reading. */
  public enum Confidence {
    LOW,
    MEDIUM,
    HIGH
  }

  boolean fits() {
    return reading == Reading.CONSISTENT_WITH_DIVERSION;
  }

  /** Whether anything goes into the hub and out of it: else it is none. */
  boolean moved() {
    return inflow.afterUsd().signum() > 0 && outflow.afterUsd().signum() > 0;
  }

  /**
   * One side of the triangle; basis REPORTED is the importer's own report, MIRROR the exporter's.
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Leg(
      String from,
      String to,
      BigDecimal beforeUsd,
      BigDecimal afterUsd,
      @Nullable BigDecimal change,
      String basis,
      String source) {}
}
