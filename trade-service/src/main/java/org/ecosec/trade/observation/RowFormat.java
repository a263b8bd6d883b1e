package org.ecosec.trade.observation;

import java.util.List;
import java.util.Set;

/** How the rows of one kind of file become observations; one for each import, by one thread. */
sealed interface RowFormat permits BaciRows, ComtradeRows, MappedRows, SdmxCsvRows {

  /** For each thing that is needed, the header names that may bring it. */
  List<List<String>> requiredColumns();

  /** Every header name that is read. */
  Set<String> knownColumns();

  /** The columns that a file may lack; without them, what is known of their figures stands. */
  OptionalColumns optionalColumns();

  /** The header names that bring a weight, a quantity, and whether they are estimated. */
  record OptionalColumns(List<String> weight, List<String> quantity, List<String> estimate) {}

  /** No observation if the row is to be passed over, several if it reports several flows. */
  List<TradeObservation> observations(Row row) throws RejectedRow;

  default Basis basis() {
    return Basis.REPORTED;
  }
}
