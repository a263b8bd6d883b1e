package org.ecosec.investment;

import java.util.ArrayList;
import java.util.List;

/**
 * Activity files in words of the standard; every activity is right unless a test makes it wrong.
 */
final class IatiXml {

  static final String PUBLISHER = "XM-DAC-701";

  private IatiXml() {}

  static String file(Activity... activities) {
    var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<iati-activities version=\"2.03\">\n");
    for (Activity activity : activities) {
      xml.append(activity.xml());
    }
    return xml.append("</iati-activities>\n").toString();
  }

  static Activity activity(String local) {
    return new Activity(PUBLISHER + "-" + local);
  }

  static Activity activity(String publisher, String local) {
    return new Activity(publisher + "-" + local).reportedBy(publisher);
  }

  /** One activity; each element stands on a line of its own. */
  static final class Activity {
    private final String identifier;
    private final List<String> transactions = new ArrayList<>();
    private String reporter = PUBLISHER;
    private String title = "A railway";
    private String status = "2";
    private String dates =
        """
        <activity-date type="2" iso-date="2020-04-01"/>
        <activity-date type="3" iso-date="2028-12-31"/>
        """;
    private String countries = "<recipient-country code=\"IN\"/>\n";
    private String sectors = "<sector code=\"21030\"/>\n";
    private String related = "";

    private Activity(String identifier) {
      this.identifier = identifier;
    }

    /** The id of its project in the service. */
    String project() {
      return identifier.toLowerCase(java.util.Locale.ROOT);
    }

    /** What follows the publisher in its identifier. */
    String local() {
      return identifier.substring(PUBLISHER.length() + 1);
    }

    String identifier() {
      return identifier;
    }

    Activity reportedBy(String ref) {
      reporter = ref;
      return this;
    }

    Activity titled(String text) {
      title = text;
      return this;
    }

    Activity status(String code) {
      status = code;
      return this;
    }

    Activity dates(String xml) {
      dates = xml;
      return this;
    }

    Activity countries(String xml) {
      countries = xml;
      return this;
    }

    Activity sectors(String xml) {
      sectors = xml;
      return this;
    }

    Activity related(String xml) {
      related = xml;
      return this;
    }

    Activity pays(String ref, String amount, String day) {
      return transaction(ref, "3", amount, "JPY", day);
    }

    Activity transaction(String ref, String type, String amount, String currency, String day) {
      transactions.add(
          """
          <transaction ref="%s">
          <transaction-type code="%s"/>
          <transaction-date iso-date="%s"/>
          <value currency="%s" value-date="%s">%s</value>
          <provider-org type="10"><narrative>JICA</narrative></provider-org>
          <flow-type code="10"/>
          </transaction>
          """
              .formatted(ref, type, day, currency, day, amount));
      return this;
    }

    Activity raw(String transaction) {
      transactions.add(transaction);
      return this;
    }

    String xml() {
      return """
      <iati-activity xml:lang="en">
      <iati-identifier>%s</iati-identifier>
      <reporting-org ref="%s" type="10"><narrative>An agency</narrative></reporting-org>
      <title><narrative>%s</narrative></title>
      <description><narrative>From one city to the other.</narrative></description>
      <participating-org ref="JP-1" type="10" role="1"><narrative>JICA</narrative></participating-org>
      <activity-status code="%s"/>
      %s%s%s%s%s</iati-activity>
      """
          .formatted(
              identifier,
              reporter,
              title,
              status,
              dates,
              countries,
              sectors,
              String.join("", transactions),
              related);
    }
  }
}
