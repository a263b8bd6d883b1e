package org.ecosec.alerts.signal;

import java.time.LocalDate;
import org.ecosec.platform.security.HandlingLevel;

/** A state that another service told of, which the rules look at when it comes and every day. */
interface StateNews {

  HandlingLevel handling();

  /** What the rules see of it on a day. */
  Signal signal(News news, LocalDate today);
}
