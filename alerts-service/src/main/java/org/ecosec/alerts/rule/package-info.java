/** Stored, versioned conditions over signals. */
@NullMarked
package org.ecosec.alerts.rule;

import org.jspecify.annotations.NullMarked;
