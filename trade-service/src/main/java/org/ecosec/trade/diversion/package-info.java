@NullMarked
package org.ecosec.trade.diversion;

import org.jspecify.annotations.NullMarked;
