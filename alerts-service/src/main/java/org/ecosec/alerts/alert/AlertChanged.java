package org.ecosec.alerts.alert;

import java.util.List;

/**
 * Something happened to an alert: fired inside its transaction, so that who is to be told is
 * settled with it. {@code position} is its place in the history of all alerts, {@code products} are
 * all codes that it concerns.
 */
public record AlertChanged(long position, AlertNews news, List<String> products) {

  public AlertChanged {
    products = List.copyOf(products);
  }
}
