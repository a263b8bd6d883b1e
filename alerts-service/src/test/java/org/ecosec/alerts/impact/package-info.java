@NullMarked
package org.ecosec.alerts.impact;

import org.jspecify.annotations.NullMarked;
