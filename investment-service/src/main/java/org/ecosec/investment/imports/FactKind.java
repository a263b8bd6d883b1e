package org.ecosec.investment.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ecosec.investment.milestone.MilestoneTerms;
import org.ecosec.investment.pledge.PledgeTerms;
import org.ecosec.investment.project.ProjectTerms;
import org.ecosec.investment.transaction.TransactionTerms;

/**
 * What a file can state, in the order in which it is merged: the table it goes to and the body that
 * the API takes for it.
 */
enum FactKind {
  PLEDGE("pledge", PledgeTerms.class),
  PROJECT("project", ProjectTerms.class),
  IATI_ACTIVITY("iati_activity", ActivityBody.class),
  MILESTONE("milestone", MilestoneTerms.class),
  TRANSACTION("money_transaction", TransactionTerms.class),
  EXCHANGE_RATE("exchange_rate", RateBody.class);

  /** A list of the body that is kept in a table of its own, in order. */
  record Child(String field, String table, String parent) {}

  private final String table;
  private final Class<? extends Record> body;

  FactKind(String table, Class<? extends Record> body) {
    this.table = table;
    this.body = body;
  }

  static Optional<FactKind> ofTable(String table) {
    return Arrays.stream(values()).filter(kind -> kind.table.equals(table)).findFirst();
  }

  String table() {
    return table;
  }

  Class<? extends Record> body() {
    return body;
  }

  List<Child> children() {
    return switch (this) {
      case PLEDGE -> List.of(new Child("parties", "pledge_party", "pledge_row"));
      case PROJECT ->
          List.of(
              new Child("parties", "project_party", "project_row"),
              new Child("products", "project_product", "project_row"));
      case IATI_ACTIVITY, MILESTONE, TRANSACTION, EXCHANGE_RATE -> List.of();
    };
  }

  /** True if its rows carry a handling level of their own. */
  boolean handled() {
    return this != IATI_ACTIVITY && this != EXCHANGE_RATE;
  }

  /** The column that keeps a field of the body. */
  String column(String field) {
    return switch (field) {
      case "from", "to" -> field + "_on";
      case "extends" -> "extended";
      case "overlaps" -> "overlapping";
      case "financier" -> "financier_name";
      default -> field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    };
  }
}
