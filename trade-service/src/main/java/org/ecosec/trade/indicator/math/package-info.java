@NullMarked
package org.ecosec.trade.indicator.math;

import org.jspecify.annotations.NullMarked;
