package org.ecosec.trade.production;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How well one economy is governed: the mean of six indicators, from 0 to 1. */
@Schema(description = "score from 0 (badly) to 1 (well governed); one source and year at a time")
public record GovernanceScore(String economy, String source, int year, BigDecimal score) {}
