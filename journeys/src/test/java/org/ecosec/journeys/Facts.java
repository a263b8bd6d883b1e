package org.ecosec.journeys;

/** A pledge of our own making with a project behind it, for journeys. */
final class Facts {
  static final String PLEDGE =
      """
      {"id": "battery-materials-2024", "title": "Private investment in battery materials",
       "amount": 1000000000000, "currency": "JPY", "scope": "PRIVATE_INVESTMENT",
       "from": "2024-01-01", "to": "2034-01-01", "countsFrom": "2024-01-01", "handling": "PUBLIC"}
      """;

  static final String PROJECT =
      """
      {"id": "battery-anode-plant", "title": "Battery anode plant", "status": "IMPLEMENTATION",
       "sector": "critical-minerals", "handling": "PUBLIC", "source": "A journey",
       "products": [
         {"classification": "HS", "code": "250410", "link": "CONSUMES", "source": "A journey",
          "confidence": "HIGH"},
         {"classification": "HS", "code": "380110", "link": "PRODUCES", "source": "A journey",
          "confidence": "HIGH"}]}
      """;

  static final String SECOND_PROJECT =
      """
      {"id": "graphite-recycling", "title": "Graphite recycling", "status": "PIPELINE",
       "sector": "critical-minerals", "handling": "PUBLIC", "source": "A journey",
       "products": [
         {"classification": "HS", "code": "2504", "link": "PRODUCES", "source": "A journey",
          "confidence": "LOW"}]}
      """;

  static final String ALLOCATION =
      """
      {"projectId": "battery-anode-plant", "pledgeId": "battery-materials-2024", "share": 0.5,
       "financierScope": "PRIVATE", "source": "A journey"}
      """;

  static final String COMMITMENT =
      """
      {"projectId": "battery-anode-plant", "type": "COMMITMENT", "amount": 80000000000,
       "currency": "JPY", "valueDate": "2024-06-03", "financierScope": "PRIVATE",
       "source": "A journey"}
      """;

  /** Does not count toward a pledge of private investment. */
  static final String PUBLIC_LOAN =
      """
      {"projectId": "battery-anode-plant", "type": "DISBURSEMENT", "amount": 400000000000,
       "currency": "INR", "valueDate": "2024-06-03", "financierScope": "PUBLIC",
       "source": "A journey"}
      """;

  static final String DISBURSEMENT_IN_DOLLARS =
      """
      {"projectId": "battery-anode-plant", "type": "DISBURSEMENT", "amount": 100000000,
       "currency": "USD", "valueDate": "2025-03-14", "financierScope": "PRIVATE",
       "source": "A journey"}
      """;

  /** On a day to be filled in. */
  static final String DISBURSEMENT_IN_YEN =
      """
      {"projectId": "battery-anode-plant", "type": "DISBURSEMENT", "amount": 20000000000,
       "currency": "JPY", "valueDate": "%s", "financierScope": "PRIVATE",
       "source": "A journey"}
      """;

  private Facts() {}
}
