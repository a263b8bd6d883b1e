@NullMarked
package org.ecosec.investment;

import org.jspecify.annotations.NullMarked;
