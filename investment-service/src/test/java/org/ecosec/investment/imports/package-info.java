@NullMarked
package org.ecosec.investment.imports;

import org.jspecify.annotations.NullMarked;
