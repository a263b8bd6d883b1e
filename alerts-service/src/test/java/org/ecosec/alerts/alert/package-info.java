@NullMarked
package org.ecosec.alerts.alert;

import org.jspecify.annotations.NullMarked;
