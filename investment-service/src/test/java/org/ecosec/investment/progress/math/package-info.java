@NullMarked
package org.ecosec.investment.progress.math;

import org.jspecify.annotations.NullMarked;
