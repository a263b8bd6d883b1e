/** The reference dashboard and the one-origin edge: serves the page, hands API calls on. */
@NullMarked
package org.ecosec.dashboard;

import org.jspecify.annotations.NullMarked;
