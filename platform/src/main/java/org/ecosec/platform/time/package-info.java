@NullMarked
package org.ecosec.platform.time;

import org.jspecify.annotations.NullMarked;
