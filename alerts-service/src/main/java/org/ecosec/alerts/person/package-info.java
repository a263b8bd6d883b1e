/** The people behind opaque ids, and their erasing. */
@NullMarked
package org.ecosec.alerts.person;

import org.jspecify.annotations.NullMarked;
