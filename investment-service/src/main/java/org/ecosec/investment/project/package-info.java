@NullMarked
package org.ecosec.investment.project;

import org.jspecify.annotations.NullMarked;
