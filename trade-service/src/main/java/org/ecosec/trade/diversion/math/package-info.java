@NullMarked
package org.ecosec.trade.diversion.math;

import org.jspecify.annotations.NullMarked;
