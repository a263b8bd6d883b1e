@NullMarked
package org.ecosec.trade.scenario;

import org.jspecify.annotations.NullMarked;
