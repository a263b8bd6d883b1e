/** What came from the other services through Kafka, and this service's own copies of it. */
@NullMarked
package org.ecosec.alerts.signal;

import org.jspecify.annotations.NullMarked;
