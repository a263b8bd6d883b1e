@NullMarked
package org.ecosec.investment.rate;

import org.jspecify.annotations.NullMarked;
