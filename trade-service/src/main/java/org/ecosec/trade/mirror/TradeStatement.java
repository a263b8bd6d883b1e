package org.ecosec.trade.mirror;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A published figure of a pair's trade that no loaded file covers, in US dollars, seen from the
 * first economy of the pair: kept with its wording, never computed with.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TradeStatement(
    String id,
    String publisher,
    String wording,
    String quotedAs,
    String period,
    String economy,
    String partner,
    @Nullable BigDecimal exportsUsd,
    @Nullable BigDecimal importsUsd,
    @Nullable BigDecimal balanceUsd,
    @Nullable BigDecimal bothWaysUsd) {

  static TradeStatement of(NamedCsvRecord row) {
    return new TradeStatement(
        row.getField("id"),
        row.getField("publisher"),
        row.getField("wording"),
        row.getField("quotedAs"),
        row.getField("period"),
        row.getField("exporter"),
        row.getField("importer"),
        number(row.getField("exportsUsd")),
        number(row.getField("importsUsd")),
        balance(number(row.getField("exportsUsd")), number(row.getField("importsUsd"))),
        number(row.getField("bothWaysUsd")));
  }

  boolean isOf(String one, String other) {
    return (economy.equals(one) && partner.equals(other))
        || (economy.equals(other) && partner.equals(one));
  }

  /** The same statement seen from one side of the pair. */
  TradeStatement from(String reporter) {
    return economy.equals(reporter)
        ? this
        : new TradeStatement(
            id,
            publisher,
            wording,
            quotedAs,
            period,
            /* economy= */ partner,
            /* partner= */ economy,
            /* exportsUsd= */ importsUsd,
            /* importsUsd= */ exportsUsd,
            balance(/* exports= */ importsUsd, /* imports= */ exportsUsd),
            bothWaysUsd);
  }

  private static @Nullable BigDecimal number(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  private static @Nullable BigDecimal balance(
      @Nullable BigDecimal exports, @Nullable BigDecimal imports) {
    return exports == null || imports == null ? null : exports.subtract(imports);
  }
}
