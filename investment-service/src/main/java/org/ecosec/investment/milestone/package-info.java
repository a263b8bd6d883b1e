@NullMarked
package org.ecosec.investment.milestone;

import org.jspecify.annotations.NullMarked;
