@NullMarked
package org.ecosec.trade.audit;

import org.jspecify.annotations.NullMarked;
