@NullMarked
package org.ecosec.trade.observation;

import org.jspecify.annotations.NullMarked;
