@NullMarked
package org.ecosec.investment.form;

import org.jspecify.annotations.NullMarked;
