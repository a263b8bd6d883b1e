@NullMarked
package org.ecosec.trade.operation;

import org.jspecify.annotations.NullMarked;
