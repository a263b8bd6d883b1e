@NullMarked
package org.ecosec.platform.openapi;

import org.jspecify.annotations.NullMarked;
