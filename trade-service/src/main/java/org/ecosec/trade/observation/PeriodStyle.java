package org.ecosec.trade.observation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a profile's file writes its periods. */
enum PeriodStyle {
  @JsonProperty("YYYY")
  YEAR,
  @JsonProperty("YYYY-MM-01")
  FIRST_OF_MONTH
}
