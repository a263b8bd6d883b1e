package org.ecosec.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;
import org.ecosec.platform.testing.Contracts;

/** A concentration as trade-service tells it: the sample of the contract with other figures. */
public final class Indicator {

  public static final String TOPIC = "trade.indicators.v1";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger PRODUCTS = new AtomicInteger(100_000);

  private final ObjectNode payload;

  private Indicator(ObjectNode payload) {
    this.payload = payload;
  }

  /** A product that no other test uses. */
  public static String newProduct() {
    return Integer.toString(PRODUCTS.incrementAndGet());
  }

  /** JPN, newest period 2024, from the sample: surely above 0.40. */
  public static Indicator of(String product) {
    try {
      var payload = (ObjectNode) JSON.readTree(Contracts.sample(TOPIC));
      return new Indicator(payload)
          .flag("backfill", false)
          .flag("baseline", false)
          .flag("newest", true)
          .put("product", product);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  public Indicator hhi(String lower, String upper) {
    var current = (ObjectNode) payload.get("current");
    current.put("hhiLower", new BigDecimal(lower)).put("hhiUpper", new BigDecimal(upper));
    boolean concentrated = new BigDecimal(lower).compareTo(new BigDecimal("0.4")) > 0;
    boolean decided = concentrated || new BigDecimal(upper).compareTo(new BigDecimal("0.4")) <= 0;
    current.put("verdict", concentrated ? "CONCENTRATED" : decided ? "NOT_CONCENTRATED" : null);
    current.put("reason", decided ? null : "BOUNDS_STRADDLE");
    return this;
  }

  public Indicator top(String partner, String share) {
    var top = ((ObjectNode) payload.get("current")).putObject("top1");
    top.put("partner", partner);
    top.put("share", new BigDecimal(share)).put("shareOfWorld", new BigDecimal(share));
    return this;
  }

  public Indicator period(String period) {
    return put("period", period);
  }

  public Indicator put(String field, String value) {
    payload.put(field, value);
    return this;
  }

  public Indicator flag(String field, boolean value) {
    payload.put(field, value);
    return this;
  }

  public String key() {
    return String.join(
        "|",
        payload.get("importer").asText(),
        payload.get("classification").asText(),
        payload.get("product").asText());
  }

  public String json() {
    return payload.toString();
  }

  public void publish() {
    Broker.publish(TOPIC, key(), json());
  }
}
