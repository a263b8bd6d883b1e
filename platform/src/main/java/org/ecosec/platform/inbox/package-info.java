@NullMarked
package org.ecosec.platform.inbox;

import org.jspecify.annotations.NullMarked;
