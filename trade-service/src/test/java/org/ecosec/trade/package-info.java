@NullMarked
package org.ecosec.trade;

import org.jspecify.annotations.NullMarked;
