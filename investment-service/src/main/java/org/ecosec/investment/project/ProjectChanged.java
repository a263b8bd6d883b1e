package org.ecosec.investment.project;

import java.math.BigDecimal;
import java.util.List;
import org.ecosec.investment.change.Told;
import org.ecosec.investment.pledge.Party;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** The event {@code investment.projects.v1}: a project with its products, money and pledges. */
record ProjectChanged(
    String projectId,
    String title,
    @Nullable String parentId,
    @Nullable String sameAs,
    @Nullable ProjectStatus status,
    @Nullable String sector,
    List<String> places,
    List<Party> parties,
    List<ProductLink> products,
    List<Balance> money,
    List<Share> pledges,
    HandlingLevel handling,
    long revision,
    boolean backfill) {

  static final String TOPIC = "investment.projects.v1";

  static final Told.Topic TOLD =
      new Told.Topic(
          TOPIC,
          List.of("revision", "backfill"),
          List.of(
              "title",
              "parentId",
              "sameAs",
              "status",
              "sector",
              "places",
              "products",
              "money",
              "pledges"));

  /** The ladders of one currency, never added up; undelivered is null if nothing is committed. */
  record Balance(
      String currency,
      @Nullable BigDecimal committed,
      @Nullable BigDecimal disbursed,
      @Nullable BigDecimal undelivered) {}

  record Share(String pledgeId, BigDecimal share) {}
}
