/** What JDBC leaves to be said about columns. */
@NullMarked
package org.ecosec.alerts.store;

import org.jspecify.annotations.NullMarked;
