@NullMarked
package org.ecosec.trade.indicator;

import org.jspecify.annotations.NullMarked;
