@NullMarked
package org.ecosec.alerts;

import org.jspecify.annotations.NullMarked;
