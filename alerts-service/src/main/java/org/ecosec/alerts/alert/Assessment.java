package org.ecosec.alerts.alert;

import org.ecosec.alerts.rule.Answer;
import org.ecosec.alerts.rule.Severity;

/** What a rule says of a signal, with the figures that matter in canonical form. */
record Assessment(
    boolean inScope, Answer raises, Answer resolves, Severity severity, String figures) {}
