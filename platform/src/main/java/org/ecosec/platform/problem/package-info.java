@NullMarked
package org.ecosec.platform.problem;

import org.jspecify.annotations.NullMarked;
