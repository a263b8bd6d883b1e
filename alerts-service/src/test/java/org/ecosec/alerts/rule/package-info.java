@NullMarked
package org.ecosec.alerts.rule;

import org.jspecify.annotations.NullMarked;
