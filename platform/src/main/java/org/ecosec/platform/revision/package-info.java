@NullMarked
package org.ecosec.platform.revision;

import org.jspecify.annotations.NullMarked;
