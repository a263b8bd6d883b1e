/** Starts the packaged services on one machine, for people and for tests of whole stories. */
@NullMarked
package org.ecosec.journeys;

import org.jspecify.annotations.NullMarked;
