package org.ecosec.investment.rate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.investment.change.Filters;
import org.ecosec.investment.form.Fields;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

@Path("/investment/v1/exchange-rates")
@RunOnVirtualThread
@Tag(name = "Exchange rates")
public class ExchangeRateResource {

  private final ExchangeRates rates;
  private final RateImport rateImport;
  private final Revisions revisions;
  private final Idempotency idempotency;

  ExchangeRateResource(
      ExchangeRates rates, RateImport rateImport, Revisions revisions, Idempotency idempotency) {
    this.rates = rates;
    this.rateImport = rateImport;
    this.revisions = revisions;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Produces({"application/json", "text/csv"})
  @Operation(operationId = "listExchangeRates", summary = "Monthly rates by set and currency")
  public Page<ExchangeRateView> list(
      @QueryParam("rateSet") @Nullable String rateSet,
      @QueryParam("currency") @Nullable String currency,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    var filters = new Filters().equal("rateSet", rateSet).equal("currency", currency);
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    var known =
        rates.page(revisions.resolve(AsOf.parse(asOf)), filters, after, page.limit() + 1).stream()
            .map(ExchangeRateView::of)
            .toList();
    return Page.of(known, page.limit(), ExchangeRateView::key);
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Consumes("text/csv")
  @Produces("application/json")
  @Transactional
  @Operation(
      operationId = "importExchangeRates",
      summary = "Import monthly rates: month,country,lcu_per_usd of the Federal Reserve H.10")
  @APIResponse(
      responseCode = "200",
      description = "What became of the rows",
      content = @Content(schema = @Schema(implementation = RateImportReport.class)))
  public Response take(
      @QueryParam("rateSet") @DefaultValue("fed-h10") String rateSet,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING))) byte[] body) {
    new Fields("bad-rate-set", "rateSet names the set in a slug, such as fed-h10.")
        .slug("query:rateSet", rateSet)
        .refuse();
    var csv = text(body);
    return idempotency.once(
        key, csv, () -> Response.ok(rateImport.take(rateSet, csv, backfill)).build());
  }

  private static String text(byte[] body) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException binary) {
      throw Problem.badRequest("not-utf-8", "The body is not text in UTF-8.");
    }
  }
}
