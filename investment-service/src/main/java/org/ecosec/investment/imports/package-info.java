/** Files that come in: read as a stream, staged whole, merged at once. */
@NullMarked
package org.ecosec.investment.imports;

import org.jspecify.annotations.NullMarked;
