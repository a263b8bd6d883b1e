@NullMarked
package org.ecosec.platform.paging;

import org.jspecify.annotations.NullMarked;
