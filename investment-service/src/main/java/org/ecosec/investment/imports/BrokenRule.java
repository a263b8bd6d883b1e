package org.ecosec.investment.imports;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecosec.platform.sql.DatabaseFailure;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * A rule that only the database keeps, broken by a fact of a file.
 *
 * @param fact its id; null where the server does not say: it shows no row of a table whose rows not
 *     everybody may see
 */
record BrokenRule(String table, String rule, @Nullable String fact) {

  private static final String INTEGRITY = "23";

  private static final Pattern KEY = Pattern.compile("^Key \\(id\\)=\\((.*?)\\)");

  /** Empty if the failure is no broken rule. */
  static Optional<BrokenRule> of(DatabaseFailure failure) {
    var said =
        failure.getCause() instanceof PSQLException server ? server.getServerErrorMessage() : null;
    if (said == null || !failure.sqlState().startsWith(INTEGRITY)) {
      return Optional.empty();
    }
    Matcher key = KEY.matcher(text(said.getDetail()));
    var fact = key.find() ? key.group(1) : null;
    return Optional.of(new BrokenRule(text(said.getTable()), text(said.getConstraint()), fact));
  }

  private static String text(@Nullable String said) {
    return said == null ? "" : said;
  }

  String code() {
    return switch (rule) {
      case "project_parent_circular", "project_parent_id_check" -> "CIRCULAR_PARENTS";
      case "project_parents_too_deep" -> "PARENTS_TOO_DEEP";
      case "allocation_on_one_level" -> "ALLOCATED_ON_ANOTHER_LEVEL";
      case "project_same_is_counted" -> "SAME_PROJECT_NOT_COUNTED";
      case "project_same_is_allocated" -> "ALLOCATED_TWICE";
      case "pledge_superseded_once" -> "SUPERSEDED_BEFORE";
      case "pledge_relation_circular", "pledge_relates_to_others" -> "CIRCULAR_PLEDGES";
      case "event_counts_once" -> "EVENT_COUNTED";
      case "same_event_is_counted" -> "NOT_THE_SAME_EVENT";
      case "value_date_not_in_future" -> "VALUE_DATE_IN_FUTURE";
      case "only_reversals_and_commitments_are_negative" -> "NEGATIVE_AMOUNT";
      default -> "RULE_BROKEN";
    };
  }

  String reason() {
    return switch (code()) {
      case "CIRCULAR_PARENTS" -> "A project cannot be part of itself: give another parent.";
      case "PARENTS_TOO_DEEP" -> "Projects nest at most 20 levels deep.";
      case "ALLOCATED_ON_ANOTHER_LEVEL" ->
          "A project and a part of it would both be allocated and count twice.";
      case "SAME_PROJECT_NOT_COUNTED" ->
          "sameAs names the project that counts: none that is itself the same as another.";
      case "ALLOCATED_TWICE" ->
          "The project is allocated, so it is the one that counts: end its allocation first.";
      case "SUPERSEDED_BEFORE" -> "Another pledge supersedes one of these already.";
      case "CIRCULAR_PLEDGES" ->
          "A pledge cannot supersede, extend or overlap what leads back to it.";
      case "EVENT_COUNTED" -> "Another entry counts for this event: name it in sameAs.";
      case "NOT_THE_SAME_EVENT" ->
          "sameAs names the entry of the same type that counts: no reversal, none that is itself"
              + " the same as another.";
      case "VALUE_DATE_IN_FUTURE" -> "Money counts on the day it moves: give a day up to today.";
      case "NEGATIVE_AMOUNT" -> "Only a commitment can be lowered; reverse anything else.";
      default -> "Beside what is known already, the row breaks the rule " + rule + ".";
    };
  }
}
