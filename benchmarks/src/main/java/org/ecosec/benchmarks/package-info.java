/** Measures the product beside the peer of each target, in one run on one machine. */
@NullMarked
package org.ecosec.benchmarks;

import org.jspecify.annotations.NullMarked;
