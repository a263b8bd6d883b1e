/** Telling subscribers: one delivery per alert event and subscription, until it has arrived. */
@NullMarked
package org.ecosec.alerts.delivery;

import org.jspecify.annotations.NullMarked;
