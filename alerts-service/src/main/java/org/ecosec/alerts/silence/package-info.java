/** Silences: who asked not to be told of what, why and until when. */
@NullMarked
package org.ecosec.alerts.silence;

import org.jspecify.annotations.NullMarked;
