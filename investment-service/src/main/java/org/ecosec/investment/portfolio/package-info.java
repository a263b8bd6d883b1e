@NullMarked
package org.ecosec.investment.portfolio;

import org.jspecify.annotations.NullMarked;
