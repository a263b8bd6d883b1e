package org.ecosec.alerts.alert;

import java.math.BigDecimal;
import org.ecosec.alerts.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How bad it is: the severity, the score behind it (0 to 100, null before there were scores), and
 * the greatest that its headline figure has been.
 */
record Grade(Severity severity, @Nullable Integer score, @Nullable BigDecimal peak) {}
