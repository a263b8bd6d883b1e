/** Alerts: decided, raised once, updated, acknowledged, resolved, with their evidence. */
@NullMarked
package org.ecosec.alerts.alert;

import org.jspecify.annotations.NullMarked;
