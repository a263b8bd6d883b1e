package org.ecosec.alerts.alert;

/** What a signal leads to, and why. */
public sealed interface Decision {

  Reason reason();

  record Raise(Reason reason) implements Decision {}

  record Update(Reason reason) implements Decision {}

  record Resolve(Reason reason) implements Decision {}

  record Cancel(Reason reason) implements Decision {}

  record Ignore(Reason reason) implements Decision {}
}
