package org.ecosec.trade.scenario;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.register.Entry;
import org.ecosec.trade.register.Register;
import org.jspecify.annotations.Nullable;

/** For how many days of its imports of a product an economy has stocks, who says so and when. */
@Schema(
    description =
        "days: of imports, 0 to 3650. economy ANY: of every importer without an entry of its own. on:"
            + " the day that the figure is of. Entries are public: a stock that is not is given in"
            + " the request of the scenario.")
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties(value = "id", allowGetters = true)
public record StockDays(
    String economy,
    String classification,
    String product,
    BigDecimal days,
    String source,
    LocalDate on,
    @Nullable String notes)
    implements Entry {

  static final String ANY = "ANY";
  static final Register.Kind<StockDays> KIND = new Register.Kind<>("stocks", StockDays.class);

  private static final BigDecimal MAX_DAYS = BigDecimal.valueOf(3_650);
  private static final int MAX_TEXT = 2_000;

  public StockDays {
    require(classification.matches("[A-Z0-9][A-Z0-9-]{0,19}"), "/classification", "is none");
    require(product.matches("[A-Za-z0-9.-]{1,20}"), "/product", "is not a code");
    require(days.signum() >= 0 && days.compareTo(MAX_DAYS) <= 0, "/days", "takes 0 to 3650");
    require(
        !source.isBlank() && source.length() <= MAX_TEXT, "/source", "must name who publishes it");
    require(notes == null || notes.length() <= MAX_TEXT, "/notes", "takes 2,000 characters");
  }

  /** Economy, classification and product, such as {@code jpn-hs-811292}. */
  @JsonProperty("id")
  public String id() {
    return id(economy, classification, product);
  }

  static String id(String economy, String classification, String product) {
    return String.join("-", economy, classification, product).toLowerCase(Locale.ROOT);
  }

  @Override
  @JsonIgnore
  public String entryId() {
    return id();
  }

  private static void require(boolean holds, String pointer, String message) {
    if (!holds) {
      throw Problem.unprocessable("bad-stock", "The stock cannot be kept like this.")
          .at(pointer, message);
    }
  }
}
