@NullMarked
package org.ecosec.platform.audit;

import org.jspecify.annotations.NullMarked;
