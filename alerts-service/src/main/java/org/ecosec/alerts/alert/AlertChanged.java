package org.ecosec.alerts.alert;

import java.util.List;
import org.ecosec.alerts.signal.Economies;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to an alert: fired inside its transaction, so that who is to be told is
 * settled with it. {@code position} is its place in the history of all alerts, {@code products} are
 * all codes and {@code economies} all economies that it concerns, {@code quietBecause} is why
 * nobody is told although it may concern them (a silence, an inhibition), null if they are.
 */
public record AlertChanged(
    long position,
    AlertNews news,
    List<String> products,
    Economies economies,
    @Nullable String quietBecause) {

  public AlertChanged {
    products = List.copyOf(products);
  }
}
