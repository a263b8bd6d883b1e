package org.ecosec.alerts.signal;

import java.util.List;

/** A figure of one period of a series. */
interface PeriodNews {

  String freq();

  String period();

  /** Whether its producer says that no later period of the series is known. */
  boolean newest();

  /** What the rules see of it; {@code newestKnown} is false if a later period came before it. */
  List<Signal> signals(News news, boolean newestKnown);
}
