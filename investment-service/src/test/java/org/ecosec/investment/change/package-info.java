@NullMarked
package org.ecosec.investment.change;

import org.jspecify.annotations.NullMarked;
