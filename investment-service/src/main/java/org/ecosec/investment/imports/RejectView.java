package org.ecosec.investment.imports;

import org.jspecify.annotations.Nullable;

/**
 * What was not taken: the line in the file, counted from 1, and the column or the XML path; a code
 * that stays, a sentence, and the value at fault.
 */
public record RejectView(
    long position, long line, String path, String code, String reason, @Nullable String value) {}
