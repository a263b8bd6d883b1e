/** Real PostgreSQL and real Kafka on one machine without Docker: servers only, no domain word. */
@NullMarked
package org.ecosec.local;

import org.jspecify.annotations.NullMarked;
