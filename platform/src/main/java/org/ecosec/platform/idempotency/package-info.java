@NullMarked
package org.ecosec.platform.idempotency;

import org.jspecify.annotations.NullMarked;
