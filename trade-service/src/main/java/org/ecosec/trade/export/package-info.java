/** Whole lists as files: a job walks the pages of a list and keeps them as gzipped CSV. */
@NullMarked
package org.ecosec.trade.export;

import org.jspecify.annotations.NullMarked;
