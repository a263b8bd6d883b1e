@NullMarked
package org.ecosec.investment.operation;

import org.jspecify.annotations.NullMarked;
