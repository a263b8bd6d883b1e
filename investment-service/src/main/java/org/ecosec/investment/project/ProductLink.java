package org.ecosec.investment.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.ecosec.investment.form.Fields;

/**
 * A product that a project consumes (a measure on it hits the project) or produces (the project
 * mitigates the measure), with who says so and how sure that is. A code is text.
 */
@Embeddable
public record ProductLink(
    @Column(name = "classification") String classification,
    @Column(name = "code") String code,
    @Column(name = "link") @Enumerated(EnumType.STRING) Kind link,
    @Column(name = "source") String source,
    @Column(name = "confidence") @Enumerated(EnumType.STRING) Confidence confidence) {

  /** Which way the product goes. */
  public enum Kind {
    CONSUMES,
    PRODUCES
  }

  /** How sure the link is. */
  public enum Confidence {
    LOW,
    MEDIUM,
    HIGH
  }

  static void check(Fields wrong, List<ProductLink> links) {
    for (int i = 0; i < links.size(); i++) {
      var link = links.get(i);
      var at = "/products/" + i;
      wrong
          .text(at + "/classification", link.classification(), 20)
          .text(at + "/code", link.code(), 20)
          .text(at + "/source", link.source(), 500)
          .need(at + "/link", link.link())
          .need(at + "/confidence", link.confidence());
    }
    wrong.check("/products", links.size() <= 500, "has more than 500 entries");
    wrong.check(
        "/products",
        links.stream()
                .map(link -> link.classification() + link.code() + link.link())
                .distinct()
                .count()
            == links.size(),
        "names a product twice for the same link");
  }
}
