package org.ecosec.alerts.rule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an alert says: one line, and the text below it. */
@Schema(description = "Templates may use the facts of the kind, as {name}.")
public record Words(String title, String text) {}
