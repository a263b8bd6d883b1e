/** SQL in as few words as possible; knows no table. */
@NullMarked
package org.ecosec.alerts.store;

import org.jspecify.annotations.NullMarked;
