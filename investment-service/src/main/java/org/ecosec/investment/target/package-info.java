@NullMarked
package org.ecosec.investment.target;

import org.jspecify.annotations.NullMarked;
