@NullMarked
package org.ecosec.trade.mirror;

import org.jspecify.annotations.NullMarked;
