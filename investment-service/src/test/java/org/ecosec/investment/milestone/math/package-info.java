@NullMarked
package org.ecosec.investment.milestone.math;

import org.jspecify.annotations.NullMarked;
