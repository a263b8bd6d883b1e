package org.ecosec.alerts.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.alerts.subscription.WebhookConfig;

/** A message as a mail: subject, text and HTML of the same words; values are escaped in HTML. */
@ApplicationScoped
class MailText {

  /** What a mail says. */
  record Words(String subject, String text, String html) {}

  /** A line of a digest. */
  public record Item(String severity, String change, String title, String link) {}

  private final Template htmlTemplate;
  private final Template textTemplate;
  private final ObjectMapper json;
  private final URI publicUrl;

  MailText(
      @Location("message.html") Template htmlTemplate,
      @Location("message.txt") Template textTemplate,
      ObjectMapper json,
      WebhookConfig config) {
    this.htmlTemplate = htmlTemplate;
    this.textTemplate = textTemplate;
    this.json = json;
    this.publicUrl = config.publicUrl();
  }

  Words of(Leased delivery) {
    var data = data(delivery.payload());
    return switch (delivery.kind()) {
      case EVENT -> ofAlert(data);
      case DIGEST -> words(data.path("title").asText(), data, items(data), "");
      case TEST -> words("Test of your subscription to alerts", data, List.of(), "");
      case NOTICE -> words("An endpoint of your alerts is disabled", data, List.of(), "");
      case RECOVERED -> words("You are told of alerts again", data, List.of(), "");
    };
  }

  /** The question whether somebody wants to be told, with the link that says yes. */
  Words question(String link) {
    var data =
        json.createObjectNode()
            .put(
                "text",
                "Somebody asked that alerts of the Economic Security Monitor be sent to this mail"
                    + " address. To agree, open the link and press the button. If that was not you,"
                    + " do nothing: nothing more will be sent.");
    return words("Shall alerts be sent to you?", data, List.of(), link);
  }

  private Words ofAlert(JsonNode alert) {
    var subject =
        "%s[%s] %s%s"
            .formatted(
                alert.path("exercise").asBoolean() ? "EXERCISE " : "",
                alert.path("severity").asText(),
                change(alert),
                alert.path("title").asText());
    return words(
        subject,
        alert,
        List.of(),
        publicUrl.resolve("/alerts/v1/alerts/" + alert.path("alertId").asText()).toString());
  }

  private static String change(JsonNode alert) {
    var change = alert.path("change").asText();
    return change.equals("RAISED") ? "" : change + ": ";
  }

  private List<Item> items(JsonNode digest) {
    var items = new ArrayList<Item>();
    for (JsonNode item : digest.path("items")) {
      items.add(
          new Item(
              item.path("severity").asText(),
              item.path("change").asText(),
              item.path("title").asText(),
              publicUrl.resolve(item.path("link").asText()).toString()));
    }
    return items;
  }

  private Words words(String subject, JsonNode data, List<Item> items, String link) {
    boolean exercise = data.path("exercise").asBoolean();
    var text = data.path("text").asText();
    // A line break in a subject would begin another header.
    var line = subject.replaceAll("\\s+", " ");
    return new Words(
        line,
        filled(textTemplate, line, text, items, link, exercise),
        filled(htmlTemplate, line, text, items, link, exercise));
  }

  private static String filled(
      Template template,
      String title,
      String text,
      List<Item> items,
      String link,
      boolean exercise) {
    return template
        .data("title", title)
        .data("text", text)
        .data("items", items)
        .data("link", link)
        .data("exercise", exercise)
        .render();
  }

  private JsonNode data(String payload) {
    try {
      return json.readTree(payload);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored event cannot be read", impossible);
    }
  }
}
