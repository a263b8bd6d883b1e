@NullMarked
package org.ecosec.alerts.audit;

import org.jspecify.annotations.NullMarked;
