package org.ecosec.trade.anomaly;

import org.ecosec.trade.observation.Flow;
import org.ecosec.trade.observation.SliceChanged.SliceKey;

/** The monthly reports that belong together: one source, reporter, flow and classification. */
public record SeriesGroup(String source, String reporter, Flow flow, String classification) {

  public static SeriesGroup of(SliceKey slice) {
    return new SeriesGroup(slice.source(), slice.reporter(), slice.flow(), slice.classification());
  }
}
