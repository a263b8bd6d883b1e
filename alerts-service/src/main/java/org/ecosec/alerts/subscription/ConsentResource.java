package org.ecosec.alerts.subscription;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Where whoever is at an address agrees to be told, by the link that was sent there. */
@Path("/alerts/v1/consents/{token}")
@Tag(name = "Subscriptions")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConsentResource {

  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Alerts</title></head>
      <body><h1>%s</h1>%s</body></html>
      """;
  private static final String BUTTON =
      """
      <p>Somebody asked that alerts of the Economic Security Monitor be sent to this mail address. If
      that was not you, close this page: nothing will be sent.</p>
      <form method="post"><button>Send me the alerts</button></form>
      """;

  private final Consents consents;

  ConsentResource(Consents consents) {
    this.consents = consents;
  }

  @GET
  @Operation(
      summary = "Agree to be told, as the callback of a webhook's validation",
      description =
          "The link came in WebHook-Request-Callback (CloudEvents HTTP webhook validation), or in a"
              + " mail; a mail's link shows a button, because mail scanners open links.")
  @PermitAll
  public String agree(
      @PathParam("token") String token,
      @HeaderParam("WebHook-Allowed-Rate") @Nullable String rate) {
    var ask = waiting(token);
    if (ask.channel() == ChannelType.EMAIL) {
      return PAGE.formatted("Shall alerts be sent to you?", BUTTON);
    }
    return granted(ask, rate);
  }

  @POST
  @Operation(summary = "Agree to be told")
  @PermitAll
  public String agreed(
      @PathParam("token") String token,
      @HeaderParam("WebHook-Allowed-Rate") @Nullable String rate) {
    return granted(waiting(token), rate);
  }

  private String granted(Consents.Ask ask, @Nullable String rate) {
    consents.grant(ask.subscriptionId(), AllowedRate.of(rate));
    return PAGE.formatted("You will be told.", "<p>Thank you.</p>");
  }

  private Consents.Ask waiting(String token) {
    return consents
        .byToken(token)
        .orElseThrow(
            () ->
                Problem.notFound(
                    "no-such-consent",
                    "This link is used, replaced by a newer one, or none of ours."));
  }
}
