@NullMarked
package org.ecosec.trade.complexity;

import org.jspecify.annotations.NullMarked;
