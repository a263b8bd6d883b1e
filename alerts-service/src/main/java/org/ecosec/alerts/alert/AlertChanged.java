package org.ecosec.alerts.alert;

/**
 * Something happened to an alert: fired inside its transaction, so that who is to be told is
 * settled with it. {@code position} is its place in the history of all alerts.
 */
public record AlertChanged(long position, AlertNews news) {}
