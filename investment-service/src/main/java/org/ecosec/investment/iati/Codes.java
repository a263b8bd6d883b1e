package org.ecosec.investment.iati;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.project.ProjectStatus;
import org.ecosec.investment.transaction.TransactionType;
import org.jspecify.annotations.Nullable;

/** Code lists of IATI 2.03 and the words of this service for them. */
public final class Codes {

  private static final List<ProjectStatus> STATUSES =
      List.of(
          ProjectStatus.PIPELINE,
          ProjectStatus.IMPLEMENTATION,
          ProjectStatus.FINALISATION,
          ProjectStatus.CLOSED,
          ProjectStatus.CANCELLED,
          ProjectStatus.SUSPENDED);
  private static final List<String> ROLES =
      List.of("Funding", "Accountable", "Extending", "Implementing");

  private Codes() {}

  public static ProjectStatus status(String code) {
    return STATUSES.get(Integer.parseInt(code) - 1);
  }

  static String code(ProjectStatus status) {
    return Integer.toString(STATUSES.indexOf(status) + 1);
  }

  public static String role(String code) {
    return ROLES.get(Integer.parseInt(code) - 1);
  }

  /** Null if the word is none of IATI's: it is not guessed. */
  static @Nullable String roleCode(@Nullable String role) {
    int index = role == null ? -1 : ROLES.indexOf(role);
    return index < 0 ? null : Integer.toString(index + 1);
  }

  /** Empty for interest, repayments, reimbursements and sales of equity: no flow of a project. */
  public static Optional<TransactionType> type(String code) {
    return Arrays.stream(TransactionType.values())
        .filter(type -> Integer.toString(type.iatiCode()).equals(code))
        .findFirst();
  }

  /** True for codes that IATI has and this service keeps nothing of. */
  public static boolean isOtherType(String code) {
    return List.of("5", "6", "7", "9").contains(code);
  }

  /**
   * Whose money it is, by the flow type (10 ODA; 20 to 22 other official flows; 30 to 37 private),
   * else by the type of the provider (70 to 73 private sector); null if neither says.
   */
  public static @Nullable FinancierScope scope(
      @Nullable String flowType, @Nullable String providerType) {
    var byFlow =
        switch (flowType == null ? "" : flowType) {
          case "10" -> FinancierScope.ODA;
          case "20", "21", "22" -> FinancierScope.PUBLIC;
          case "30", "35", "36", "37" -> FinancierScope.PRIVATE;
          default -> null;
        };
    boolean firm = providerType != null && providerType.matches("7[0-3]");
    return byFlow == null && firm ? FinancierScope.PRIVATE : byFlow;
  }
}
