@NullMarked
package org.ecosec.platform.ledger;

import org.jspecify.annotations.NullMarked;
