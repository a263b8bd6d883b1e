@NullMarked
package org.ecosec.investment.progress;

import org.jspecify.annotations.NullMarked;
