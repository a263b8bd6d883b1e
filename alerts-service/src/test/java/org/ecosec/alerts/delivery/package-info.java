@NullMarked
package org.ecosec.alerts.delivery;

import org.jspecify.annotations.NullMarked;
