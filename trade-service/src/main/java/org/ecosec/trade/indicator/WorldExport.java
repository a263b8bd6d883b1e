package org.ecosec.trade.indicator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How concentrated the exports of one product are, as all reporters of a source tell of a year. */
record WorldExport(
    String product,
    String basis,
    int reporters,
    int exporters,
    BigDecimal reportedUsd,
    BigDecimal mirroredUsd,
    @Nullable BigDecimal hhi,
    @Nullable BigDecimal hhiLower,
    @Nullable BigDecimal hhiUpper,
    @Nullable BigDecimal effective,
    Figures.@Nullable Top top1,
    @Nullable BigDecimal top3Share,
    @Nullable BigDecimal coverage) {

  static WorldExport of(ResultSet row) throws SQLException {
    var partner = row.getString("top1_partner");
    var share = row.getBigDecimal("top1_share");
    return new WorldExport(
        row.getString("product"),
        row.getString("basis"),
        row.getInt("reporters"),
        row.getInt("exporters"),
        row.getBigDecimal("reported_usd"),
        row.getBigDecimal("mirrored_usd"),
        row.getBigDecimal("hhi"),
        row.getBigDecimal("hhi_lower"),
        row.getBigDecimal("hhi_upper"),
        row.getBigDecimal("effective"),
        partner == null
            ? null
            : new Figures.Top(partner, share, share, row.getBigDecimal("top1_usd")),
        row.getBigDecimal("top3_share"),
        row.getBigDecimal("coverage"));
  }
}
