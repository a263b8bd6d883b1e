@NullMarked
package org.ecosec.trade.measure;

import org.jspecify.annotations.NullMarked;
