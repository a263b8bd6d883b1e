@NullMarked
package org.ecosec.platform.sql;

import org.jspecify.annotations.NullMarked;
