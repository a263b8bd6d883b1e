package org.ecosec.investment.project;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.form.Lists;
import org.ecosec.investment.pledge.Party;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * A project as its source describes it; what no source says is null, never a guess. Where two
 * publishers report one project, the second names in {@code sameAs} the one that counts.
 */
public record ProjectTerms(
    @Schema(examples = "toyota-tsusho-rare-earth-refinery") @Nullable String id,
    @Schema(examples = "Toyota Tsusho rare-earth refinery, Andhra Pradesh") String title,
    @Schema(examples = "refinery-programme") @Nullable String parentId,
    @Nullable String sameAs,
    @Nullable ProjectStatus status,
    @Schema(examples = "critical-minerals") @Nullable String sector,
    List<String> places,
    List<Party> parties,
    List<ProductLink> products,
    HandlingLevel handling,
    String source,
    @Nullable String notes) {

  public ProjectTerms {
    places = Lists.copy(places);
    parties = Lists.copy(parties);
    products = Lists.copy(products);
    var wrong =
        new Fields("bad-project", "The project is not complete or not consistent; see errors.");
    wrong
        .text("/title", title, 300)
        .texts("/places", places, 200)
        .need("/handling", handling)
        .text("/source", source, 1_000)
        .optionalText("/notes", notes, 10_000);
    if (id != null) {
      wrong.slug("/id", id);
    }
    if (parentId != null) {
      wrong.slug("/parentId", parentId);
    }
    if (sameAs != null) {
      wrong.slug("/sameAs", sameAs).check("/sameAs", !sameAs.equals(id), "is the project itself");
    }
    if (sector != null) {
      wrong.slug("/sector", sector);
    }
    Party.check(wrong, parties);
    ProductLink.check(wrong, products);
    wrong.refuse();
  }
}
