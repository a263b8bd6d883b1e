@NullMarked
package org.ecosec.investment.transaction;

import org.jspecify.annotations.NullMarked;
