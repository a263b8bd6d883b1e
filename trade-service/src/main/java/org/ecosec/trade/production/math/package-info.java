@NullMarked
package org.ecosec.trade.production.math;

import org.jspecify.annotations.NullMarked;
