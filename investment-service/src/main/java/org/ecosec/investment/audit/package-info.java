@NullMarked
package org.ecosec.investment.audit;

import org.jspecify.annotations.NullMarked;
