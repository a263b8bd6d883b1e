@NullMarked
package org.ecosec.platform.security;

import org.jspecify.annotations.NullMarked;
