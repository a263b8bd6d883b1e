/** What every service's tests share: real servers, tokens, contracts and the rules of the code. */
@NullMarked
package org.ecosec.platform.testing;

import org.jspecify.annotations.NullMarked;
