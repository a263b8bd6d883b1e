/** The stream of alert events for whoever listens now. */
@NullMarked
package org.ecosec.alerts.feed;

import org.jspecify.annotations.NullMarked;
