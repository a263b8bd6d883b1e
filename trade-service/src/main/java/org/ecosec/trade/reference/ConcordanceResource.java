package org.ecosec.trade.reference;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.ecosec.trade.reference.ConcordanceView.Relationship;
import org.ecosec.trade.reference.ConcordanceView.WeightSource;
import org.jspecify.annotations.Nullable;

/** Codes of one edition of HS in the words of another. */
@Path("/trade/v1/concordances")
@Tag(name = "Reference")
@Produces({"application/json", "text/csv"})
@RunOnVirtualThread
public class ConcordanceResource {

  private static final int DECIMALS = 12;
  private static final String CODE = "\\d{2}(\\d{2}(\\d{2})?)?";

  private final Concordance concordance;
  private final TradeWeights trade;

  ConcordanceResource(Concordance concordance, TradeWeights trade) {
    this.concordance = concordance;
    this.trade = trade;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(summary = "What became of HS codes from one edition to another, with weights")
  public Page<ConcordanceView> list(
      @QueryParam("product")
          @Parameter(
              description = "2, 4 or 6 digits; absent: every subheading, weighed in equal parts",
              example = "811292")
          @Nullable String product,
      @QueryParam("from")
          @DefaultValue("2017")
          @Parameter(description = "The edition of the code", example = "2017")
          String from,
      @QueryParam("to")
          @DefaultValue("2022")
          @Parameter(description = "The edition that is wanted", example = "2022")
          String to,
      @BeanParam PageRequest page) {
    checkEdition("from", from);
    checkEdition("to", to);
    var after = page.after(2).orElse(List.of("", ""));
    var codes = codes(product, from, after.getFirst());
    var reverse = new HashMap<String, Integer>();
    var rows = new ArrayList<ConcordanceView>();
    for (String code : codes) {
      rows(code, from, to, product != null, reverse)
          .filter(row -> place(row).compareTo(String.join(" ", after)) > 0)
          .forEach(rows::add);
      if (rows.size() > page.limit()) {
        break;
      }
    }
    var shown = rows.subList(0, Math.min(rows.size(), page.limit() + 1));
    return Page.of(shown, page.limit(), row -> new String[] {row.product(), row.target()});
  }

  private List<String> codes(@Nullable String product, String from, String after) {
    if (product == null) {
      return concordance.subheadings("", from).stream()
          .filter(code -> code.compareTo(after) >= 0)
          .toList();
    }
    if (!product.matches(CODE)) {
      throw Problem.badRequest("bad-product", "product has 2, 4 or 6 digits, zeros kept.")
          .at("query:product", "is not a code of HS");
    }
    if (concordance.subheadings(product, from).isEmpty()) {
      throw Problem.notFound(
          "no-such-product",
          "HS " + from + " has no code " + product + "; is it of another edition?");
    }
    return List.of(product);
  }

  private Stream<ConcordanceView> rows(
      String code, String from, String to, boolean byTrade, Map<String, Integer> reverse) {
    var targets = concordance.targets(code, from, to);
    var weighed = byTrade && targets.size() > 1 ? trade.shares(targets.keySet(), to) : null;
    return targets.entrySet().stream()
        .map(
            target -> {
              int sources =
                  reverse.computeIfAbsent(
                      target.getKey(), key -> concordance.targets(key, to, from).size());
              return new ConcordanceView(
                  code,
                  from,
                  target.getKey(),
                  to,
                  weight(weighed == null ? target.getValue() : weighed.get(target.getKey())),
                  source(targets.size(), weighed != null),
                  relationship(targets.size(), sources),
                  targets.size());
            });
  }

  private static BigDecimal weight(@Nullable Double share) {
    return new BigDecimal(share == null ? 0 : share).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static WeightSource source(int targets, boolean byTrade) {
    if (targets == 1) {
      return WeightSource.EXACT;
    }
    return byTrade ? WeightSource.TRADE : WeightSource.EQUAL_SPLIT;
  }

  private static Relationship relationship(int targets, int sources) {
    if (targets == 1) {
      return sources == 1 ? Relationship.ONE_TO_ONE : Relationship.MANY_TO_ONE;
    }
    return sources == 1 ? Relationship.ONE_TO_MANY : Relationship.MANY_TO_MANY;
  }

  private static String place(ConcordanceView row) {
    return row.product() + " " + row.target();
  }

  private static void checkEdition(String name, String edition) {
    if (!Concordance.EDITIONS.contains(edition)) {
      throw Problem.badRequest(
              "bad-edition", name + " is one of " + String.join(", ", Concordance.EDITIONS) + ".")
          .at("query:" + name, "is not an edition of HS");
    }
  }
}
