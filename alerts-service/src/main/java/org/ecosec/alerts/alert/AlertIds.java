package org.ecosec.alerts.alert;

import java.util.UUID;
import org.ecosec.platform.problem.Problem;

/** Ids as they come in paths and cursors. */
final class AlertIds {

  private AlertIds() {}

  static UUID of(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOne) {
      throw unknown(text);
    }
  }

  static UUID cursor(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOurs) {
      throw Problem.badRequest("bad-cursor", "Take the cursor from the next field, unchanged.");
    }
  }

  static Problem unknown(String id) {
    return Problem.notFound("no-such-alert", "There is no alert " + id + ".");
  }
}
