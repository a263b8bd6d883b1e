@NullMarked
package org.ecosec.alerts.subscription;

import org.jspecify.annotations.NullMarked;
