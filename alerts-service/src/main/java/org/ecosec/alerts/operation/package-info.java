@NullMarked
package org.ecosec.alerts.operation;

import org.jspecify.annotations.NullMarked;
