/** The hash-chained record of who was told of what, and who was not, and why. */
@NullMarked
package org.ecosec.alerts.ledger;

import org.jspecify.annotations.NullMarked;
