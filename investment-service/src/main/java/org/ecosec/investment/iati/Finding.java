package org.ecosec.investment.iati;

import org.jspecify.annotations.Nullable;

/** What is wrong in an activity: where, a stable code, a sentence, and the value at fault. */
public record Finding(Place place, String code, String reason, @Nullable String value) {}
