package org.ecosec.alerts.alert;

/** A version of a rule. */
public record RuleRef(String id, int version) {}
