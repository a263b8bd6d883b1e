package org.ecosec.investment.rate;

import java.util.List;

/** What became of a rate file. Rejected rows are listed; all others are stored together. */
public record RateImportReport(
    String rateSet,
    int rowsRead,
    int rowsAccepted,
    int rowsUnchanged,
    int rowsRevised,
    int rowsRejected,
    List<RejectedRow> rejects) {

  /** A row that was not taken; lines count from 1, the header included. */
  public record RejectedRow(long line, String column, String code, String reason) {}

  static RateImportReport of(String rateSet, RateFile file, int unchanged, int revised) {
    return new RateImportReport(
        rateSet,
        file.read(),
        file.rows().size(),
        unchanged,
        revised,
        file.rejects().size(),
        file.rejects().stream()
            .map(bad -> new RejectedRow(bad.line(), bad.column(), bad.code(), bad.reason()))
            .toList());
  }
}
