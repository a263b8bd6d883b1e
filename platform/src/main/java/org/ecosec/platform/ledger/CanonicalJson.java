package org.ecosec.platform.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeSet;

/**
 * One text for one content: keys sorted, no blanks, numbers plain and without trailing zeros. Equal
 * content has equal bytes, so it can be compared and hashed.
 */
@ApplicationScoped
public class CanonicalJson {

  private final ObjectMapper json;

  public CanonicalJson(ObjectMapper json) {
    this.json = json;
  }

  public String of(Object content) {
    var text = new StringBuilder();
    write(json.valueToTree(content), text);
    return text.toString();
  }

  private void write(JsonNode node, StringBuilder text) {
    switch (node.getNodeType()) {
      case OBJECT -> {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        var separator = "{";
        for (String name : names) {
          text.append(separator).append(quoted(name)).append(':');
          write(node.get(name), text);
          separator = ",";
        }
        text.append(names.isEmpty() ? "{}" : "}");
      }
      case ARRAY -> {
        var separator = "[";
        for (JsonNode element : node) {
          text.append(separator);
          write(element, text);
          separator = ",";
        }
        text.append(node.isEmpty() ? "[]" : "]");
      }
      case NUMBER -> text.append(plain(node));
      case STRING -> text.append(quoted(node.textValue()));
      default -> text.append(node);
    }
  }

  private static String plain(JsonNode number) {
    var value = number.decimalValue();
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private String quoted(String text) {
    try {
      return json.writeValueAsString(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
