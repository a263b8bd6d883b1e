@NullMarked
package org.ecosec.investment.health;

import org.jspecify.annotations.NullMarked;
