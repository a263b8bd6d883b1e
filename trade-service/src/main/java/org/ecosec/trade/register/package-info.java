@NullMarked
package org.ecosec.trade.register;

import org.jspecify.annotations.NullMarked;
