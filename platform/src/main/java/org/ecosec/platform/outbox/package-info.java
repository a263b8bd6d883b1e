@NullMarked
package org.ecosec.platform.outbox;

import org.jspecify.annotations.NullMarked;
