/** Who wants to be told of what, and where. */
@NullMarked
package org.ecosec.alerts.subscription;

import org.jspecify.annotations.NullMarked;
