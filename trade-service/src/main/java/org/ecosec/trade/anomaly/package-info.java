@NullMarked
package org.ecosec.trade.anomaly;

import org.jspecify.annotations.NullMarked;
