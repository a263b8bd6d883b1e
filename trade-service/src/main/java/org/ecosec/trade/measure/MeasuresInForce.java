package org.ecosec.trade.measure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.trade.reference.Watchlist;

/** The public measures in force on a day, for features that follow the trade under them. */
@ApplicationScoped
public class MeasuresInForce {

  private static final int MAX_MEASURES = 10_000;

  private final Measures measures;
  private final Watchlist watchlist;
  private final Revisions revisions;

  MeasuresInForce(Measures measures, Watchlist watchlist, Revisions revisions) {
    this.measures = measures;
    this.watchlist = watchlist;
    this.revisions = revisions;
  }

  /** Goods on their way from an origin to a market that a measure stands in the way of. */
  public record HeldBack(
      String measureId,
      List<String> origins,
      List<String> markets,
      List<Measure.Code> codes,
      YearMonth since) {}

  /** Those whose date is precise enough to tell before from after. */
  public List<HeldBack> on(LocalDate day) {
    return measures.find(new MeasureFilter(), day, revisions.current(), "", MAX_MEASURES).stream()
        .filter(measure -> measure.handling() == HandlingLevel.PUBLIC)
        .filter(measure -> measure.kind().side() != MeasureKind.Side.NEITHER)
        .flatMap(
            measure ->
                java.util.Optional.ofNullable(measure.effective())
                    .flatMap(ImpreciseDate::firstWholeMonth)
                    .map(since -> heldBack(measure, since))
                    .stream())
        .toList();
  }

  private HeldBack heldBack(Measure measure, YearMonth since) {
    var imposer = List.of(measure.imposer());
    boolean sells = measure.kind().exposesExporters();
    return new HeldBack(
        measure.id(),
        sells ? others(measure) : imposer,
        sells ? imposer : others(measure),
        measure.codes(),
        since);
  }

  // A measure against few names them; of one against many the watched economies are followed.
  private List<String> others(Measure measure) {
    var hit =
        measure.targets().kind() == Measure.Targets.Kind.ONLY
            ? measure.targets().economies()
            : watchlist.importers();
    return hit.stream()
        .filter(economy -> !economy.equals(measure.imposer()) && measure.targets().hit(economy))
        .toList();
  }
}
