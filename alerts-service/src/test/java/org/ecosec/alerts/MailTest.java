package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Alerts by mail, through a real SMTP server. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class MailTest {

  private static final Pattern LINK =
      Pattern.compile("http://localhost:8080(/alerts/v1/consents/\\S+)");
  private final String product = Indicator.newProduct();
  private final String address = product + "@desk.example";

  @Test
  void whoAgreesByTheLinkGetsOneThreadOfMailsPerAlert() throws Exception {
    try (var mail = new Mailbox()) {
      var id = subscribe("");
      var question = mail.await(address, 1).getFirst();
      Indicator.of(product).put("productName", "Graphite <b>& more</b>").publish();
      var alertId = Api.alert(product, 1).path("alertId").asText();
      var link = LINK.matcher(text(question, "text/plain"));
      assertThat(link.find()).isTrue();
      // A scanner that opens the link does not agree for anybody.
      var page = URI.create(link.group(1)).getPath();
      given().get(page).then().statusCode(200);
      assertThat(ConsentTest.state(id)).isEqualTo("PENDING");
      given().post(page).then().statusCode(200);

      var first = mail.await(address, 2).getLast();
      assertThat(first.getMessageID()).isEqualTo("<" + alertId + "@monitor.example>");
      assertThat(first.getSubject()).startsWith("[WARNING] Japan depends on China");
      assertThat(text(first, "text/plain")).contains("Graphite <b>& more</b>");
      assertThat(text(first, "text/html"))
          .contains("Graphite &lt;b&gt;&amp; more&lt;/b&gt;")
          .contains("http://localhost:8080/alerts/v1/alerts/" + alertId);
      Indicator.of(product).period("2025").publish();
      var second = mail.await(address, 3).getLast();
      assertThat(second.getHeader("In-Reply-To", null)).isEqualTo(first.getMessageID());
      assertThat(second.getMessageID()).isEqualTo("<" + alertId + ".2@monitor.example>");
      assertThat(second.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    }
  }

  @Test
  void aMailServerThatIsAwayIsTriedAgainWithTheSameMessage() throws Exception {
    agreed("");
    Indicator.of(product).publish();
    var alertId = Api.alert(product, 1).path("alertId").asText();
    Eventually.holds(
        "an attempt in vain",
        () ->
            Api.get(Api.notifications(product))
                .getString("items.toString()")
                .contains("NO_CONNECTION"));
    try (var mail = new Mailbox()) {
      assertThat(mail.await(address, 1).getLast().getMessageID()).contains(alertId);
    }
  }

  @Test
  void aHeaderCannotBeSmuggledInThroughAnAddress() {
    Api.as("analyst")
        .body(
            "{\"channel\": {\"type\": \"EMAIL\", \"address\": \"a@desk.example\\r"
                + "\\n"
                + "Bcc: b@desk.example\"}}")
        .post(Api.SUBSCRIPTIONS)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:ecosec:problem:bad-mail-address"));
  }

  private void agreed(String more) throws MessagingException, IOException {
    try (var mail = new Mailbox()) {
      subscribe(more);
      var link = LINK.matcher(text(mail.await(address, 1).getFirst(), "text/plain"));
      assertThat(link.find()).isTrue();
      given().post(link.group(1)).then().statusCode(200);
    }
  }

  private String subscribe(String more) {
    return Api.as("analyst")
        .body(
            """
            {"filter": {"products": ["%s"]}, "channel": {"type": "EMAIL", "address": "%s"} %s}
            """
                .formatted(product, address, more))
        .post(Api.SUBSCRIPTIONS)
        .then()
        .statusCode(201)
        .body("secret", equalTo(null))
        .extract()
        .path("subscription.subscriptionId");
  }

  private static String text(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return part.getContent().toString();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        var text = text(parts.getBodyPart(i), type);
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }
}
