/** What a measure does: exposures, projects, money, alerts and who was told, in one answer. */
@NullMarked
package org.ecosec.alerts.impact;

import org.jspecify.annotations.NullMarked;
