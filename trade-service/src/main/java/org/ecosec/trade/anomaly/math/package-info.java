@NullMarked
package org.ecosec.trade.anomaly.math;

import org.jspecify.annotations.NullMarked;
