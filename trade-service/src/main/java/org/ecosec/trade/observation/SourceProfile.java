package org.ecosec.trade.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How one publisher's file is read: its columns, its unit and currency, its classification. {@code
 * unit} is how many of the currency a 1 in the file stands for.
 */
@Schema(
    description =
        "How one publisher's file is read. A profile is checked whole when it is made; an import names"
            + " it with format=mapped&profile=. docs/source-profiles.md explains each field.")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SourceProfile(
    String name,
    String source,
    String reporter,
    String classification,
    @Nullable String edition,
    @Nullable String valuation,
    String currency,
    BigDecimal unit,
    PeriodColumn period,
    PartnerColumn partner,
    ProductColumn product,
    List<ValueColumn> values,
    @Nullable FlowColumn flow,
    @Nullable Only only,
    @Nullable String netWeightKg,
    @Nullable QuantityColumn quantity) {

  public SourceProfile {
    ProfileRules.check(name, source, reporter);
    ProfileRules.checkClassification(classification, edition, valuation);
    ProfileRules.checkUnit(currency, unit);
    ProfileRules.checkFlows(values, flow);
    ProfileRules.checkColumn("netWeightKg", netWeightKg);
    values = List.copyOf(values);
  }

  public record PeriodColumn(String column, PeriodStyle style) {
    public PeriodColumn {
      ProfileRules.needColumn("period.column", column);
      ProfileRules.need("period.style", style);
    }
  }

  /**
   * A column of codes or names. {@code codes} says what a name means (an alpha-3 code, or SKIP for
   * a group that overlaps others); {@code names} is a list that ships with the product.
   */
  public record PartnerColumn(
      String column, @Nullable String names, @Nullable Map<String, String> codes) {
    public PartnerColumn {
      ProfileRules.needColumn("partner.column", column);
      codes = codes == null ? Map.of() : Map.copyOf(codes);
      ProfileRules.checkPartners(codes);
    }
  }

  /**
   * A column of codes, or of names in a list of the product, or one code for every row. {@code
   * style} SLUG makes a code of a name: upper case, every run of other characters a dash.
   */
  public record ProductColumn(
      @Nullable String column,
      @Nullable String constant,
      @Nullable String names,
      @Nullable CodeStyle style) {
    public ProductColumn {
      ProfileRules.checkProduct(column, constant, names);
    }
  }

  public enum CodeStyle {
    CODE,
    SLUG
  }

  /** A column of values, all of one flow, or of the flow that the row's flow column says. */
  public record ValueColumn(String column, @Nullable Flow flow) {
    public ValueColumn {
      ProfileRules.needColumn("values.column", column);
    }
  }

  /** A column that says the flow, and what its texts mean; rows with another text are refused. */
  public record FlowColumn(String column, Map<String, Flow> codes) {
    public FlowColumn {
      ProfileRules.needColumn("flow.column", column);
      codes = ProfileRules.flows(codes);
    }
  }

  /** A column of quantities with its unit: of each row, or one for all. */
  public record QuantityColumn(String column, @Nullable String unitColumn, @Nullable String unit) {
    public QuantityColumn {
      ProfileRules.needColumn("quantity.column", column);
      ProfileRules.checkColumn("quantity.unitColumn", unitColumn);
      ProfileRules.checkColumn("quantity.unit", unit);
    }
  }

  /** Rows with another value in the column are passed over. */
  public record Only(String column, String value) {
    public Only {
      ProfileRules.needColumn("only.column", column);
      ProfileRules.needColumn("only.value", value);
    }
  }
}
