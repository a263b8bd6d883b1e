package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ecosec.trade.observation.Flow;
import org.ecosec.trade.observation.SliceChanged;

/**
 * Brings every stored indicator up to date with news of observations. Each step is a transaction of
 * its own that recomputes from the observations: repeated after a crash, it changes nothing.
 */
@ApplicationScoped
class SupplyUpdate {

  private final TouchedCells touched;
  private final ExportTotalUpdate exports;
  private final ConcentrationUpdate concentrations;
  private final WorldExportUpdate worldExports;
  private final PlannerStatistics statistics;

  SupplyUpdate(
      TouchedCells touched,
      ExportTotalUpdate exports,
      ConcentrationUpdate concentrations,
      WorldExportUpdate worldExports,
      PlannerStatistics statistics) {
    this.touched = touched;
    this.exports = exports;
    this.concentrations = concentrations;
    this.worldExports = worldExports;
    this.statistics = statistics;
  }

  /** Parts of a year are passed over: no indicator rests on them. */
  void update(List<SliceChanged> news) {
    var whole = news.stream().filter(changed -> !changed.isPartYear()).toList();
    touched.parts(whole, Flow.EXPORT).forEach(exports::update);
    touched.parts(whole, Flow.IMPORT).forEach(concentrations::update);
    worldExports.update(whole);
    statistics.refreshAfter(whole);
  }
}
