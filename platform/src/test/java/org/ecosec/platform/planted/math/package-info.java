/** Faults on purpose: each rule of the code is seen to refuse one. */
@NullMarked
package org.ecosec.platform.planted.math;

import org.jspecify.annotations.NullMarked;
