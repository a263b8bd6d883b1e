package org.ecosec.investment.rate;

import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.investment.change.Changes;

/** Takes a rate file: new months are added, changed ones close the rate before, others stay. */
@ApplicationScoped
class RateImport {

  private final ExchangeRates rates;
  private final Changes changes;

  RateImport(ExchangeRates rates, Changes changes) {
    this.rates = rates;
    this.changes = changes;
  }

  RateImportReport take(String rateSet, String csv, boolean backfill) {
    var file = RateFile.parse(csv);
    return changes.write(
        backfill,
        change -> {
          var current = rates.currentOf(rateSet);
          int unchanged = 0;
          int revised = 0;
          for (RateRow row : file.rows()) {
            var rate = new ExchangeRate(rateSet, row);
            var before = current.get(rate.id());
            if (before != null && before.lcuPerUsd.compareTo(rate.lcuPerUsd) == 0) {
              unchanged++;
              continue;
            }
            if (before != null) {
              rates.close(before, change.revision());
              revised++;
            }
            rates.add(rate, change.revision());
          }
          if (unchanged < file.rows().size()) {
            change.did("IMPORTED", "exchange-rates/" + rateSet);
            change.touchEveryPledge();
          }
          return RateImportReport.of(rateSet, file, unchanged, revised);
        });
  }
}
