@NullMarked
package org.ecosec.investment.description;

import org.jspecify.annotations.NullMarked;
