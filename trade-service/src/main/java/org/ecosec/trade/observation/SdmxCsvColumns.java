package org.ecosec.trade.observation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of SDMX-CSV by the names of this service and of international merchandise trade. */
final class SdmxCsvColumns {

  static final List<String> STRUCTURE = List.of("STRUCTURE");
  static final List<String> ACTION = List.of("ACTION");
  static final List<String> FREQ = List.of("FREQ");
  static final List<String> REPORTER = List.of("REPORTER", "REF_AREA");
  static final List<String> PARTNER = List.of("PARTNER", "COUNTERPART_AREA", "COUNTERPART_AREA_1");
  static final List<String> FLOW = List.of("FLOW", "TRADE_FLOW");
  static final List<String> CLASSIFICATION = List.of("CLASSIFICATION");
  static final List<String> PRODUCT = List.of("PRODUCT", "COMMODITY", "COMMODITY_1");
  static final List<String> PERIOD = List.of("TIME_PERIOD");
  static final List<String> VALUE = List.of("OBS_VALUE");
  static final List<String> WEIGHT = List.of("NET_WEIGHT");
  static final List<String> QUANTITY = List.of("QUANTITY");
  static final List<String> QUANTITY_UNIT = List.of("QUANTITY_UNIT");
  static final List<String> UNIT = List.of("UNIT_MEASURE");
  static final List<String> MULTIPLIER = List.of("UNIT_MULT");
  static final List<String> VALUATION = List.of("VALUATION");
  static final List<String> STATUS = List.of("OBS_STATUS");

  private SdmxCsvColumns() {}

  static Set<String> known() {
    return Stream.of(
            STRUCTURE,
            List.of("STRUCTURE_ID", "STRUCTURE_NAME"),
            ACTION,
            FREQ,
            REPORTER,
            PARTNER,
            FLOW,
            CLASSIFICATION,
            PRODUCT,
            PERIOD,
            VALUE,
            WEIGHT,
            QUANTITY,
            QUANTITY_UNIT,
            UNIT,
            MULTIPLIER,
            VALUATION,
            STATUS)
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }
}
