@NullMarked
package org.ecosec.trade.reference;

import org.jspecify.annotations.NullMarked;
