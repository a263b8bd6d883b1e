@NullMarked
package org.ecosec.investment.pledge;

import org.jspecify.annotations.NullMarked;
