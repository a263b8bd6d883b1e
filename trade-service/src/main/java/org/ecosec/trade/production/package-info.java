/** Who produces what: output by economy and mineral, and how concentrated it is. */
@NullMarked
package org.ecosec.trade.production;

import org.jspecify.annotations.NullMarked;
