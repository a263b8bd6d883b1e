@NullMarked
package org.ecosec.platform.sample;

import org.jspecify.annotations.NullMarked;
