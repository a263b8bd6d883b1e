@NullMarked
package org.ecosec.trade.complexity.math;

import org.jspecify.annotations.NullMarked;
