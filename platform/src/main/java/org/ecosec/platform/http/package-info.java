@NullMarked
package org.ecosec.platform.http;

import org.jspecify.annotations.NullMarked;
