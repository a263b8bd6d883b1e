@NullMarked
package org.ecosec.investment.initiative;

import org.jspecify.annotations.NullMarked;
