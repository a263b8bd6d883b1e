@NullMarked
package org.ecosec.alerts.signal;

import org.jspecify.annotations.NullMarked;
