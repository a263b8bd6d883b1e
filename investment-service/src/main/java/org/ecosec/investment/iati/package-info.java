/** Activity files of the International Aid Transparency Initiative, version 2.03, in and out. */
@NullMarked
package org.ecosec.investment.iati;

import org.jspecify.annotations.NullMarked;
