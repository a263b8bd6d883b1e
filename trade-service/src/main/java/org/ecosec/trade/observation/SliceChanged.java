package org.ecosec.trade.observation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.ecosec.trade.reference.TradePeriod;
import org.jspecify.annotations.Nullable;

/** The payload of {@code trade.observations.v1}: how many rows of a slice changed, not the rows. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SliceChanged(
    SliceKey slice,
    String importId,
    long added,
    long revised,
    long deleted,
    long revision,
    boolean baseline,
    boolean backfill) {

  /** Of a part of a year no indicator is made: it would stand beside whole ones. */
  @JsonIgnore
  public boolean isPartYear() {
    return slice.freq().equals(TradePeriod.PART_YEAR);
  }

  /** What one report covers. {@code edition} is null where the source does not say. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record SliceKey(
      String source,
      String reporter,
      Flow flow,
      String classification,
      @Nullable String edition,
      String freq,
      String period) {

    String topicKey() {
      return String.join(
          "|",
          source,
          reporter,
          flow.name(),
          classification,
          edition == null ? "" : edition,
          freq,
          period);
    }
  }
}
