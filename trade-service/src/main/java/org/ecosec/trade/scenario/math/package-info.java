@NullMarked
package org.ecosec.trade.scenario.math;

import org.jspecify.annotations.NullMarked;
