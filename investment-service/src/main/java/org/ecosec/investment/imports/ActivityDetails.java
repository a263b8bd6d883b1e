package org.ecosec.investment.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ecosec.investment.iati.Activity;
import org.ecosec.investment.iati.Activity.Related;
import org.ecosec.investment.iati.Activity.Share;

/** What an activity says beyond what a project is here, as it is kept and written out again. */
final class ActivityDetails {

  private ActivityDetails() {}

  static ObjectNode of(Activity activity, List<Activity.Day> days, ObjectMapper json) {
    var details = json.createObjectNode();
    details
        .putObject("reporter")
        .put("ref", activity.reporter().ref())
        .put("type", activity.reporter().type())
        .put("name", activity.reporter().name());
    details.put("secondary", activity.secondary()).put("former", activity.formerReporter());
    var dates = details.putArray("dates");
    days.forEach(one -> dates.addObject().put("type", one.type()).put("on", one.on()));
    var participants = details.putArray("participants");
    activity
        .participants()
        .forEach(
            one ->
                participants
                    .addObject()
                    .put("role", one.role())
                    .put("name", one.name())
                    .put("ref", one.ref())
                    .put("type", one.type()));
    shares(details, "countries", activity.countries());
    shares(details, "regions", activity.regions());
    shares(details, "sectors", activity.sectors());
    var locations = details.putArray("locations");
    activity.locations().forEach(locations::add);
    var related = details.putArray("related");
    activity.related().stream()
        .filter(Related::isPublished)
        .forEach(one -> related.addObject().put("ref", one.ref()).put("type", one.type()));
    if (!activity.otherIdentifiers().isEmpty()) {
      var others = details.putArray("otherIdentifiers");
      activity
          .otherIdentifiers()
          .forEach(one -> others.addObject().put("ref", one.ref()).put("type", one.type()));
    }
    return details;
  }

  private static void shares(ObjectNode details, String name, List<Share> shares) {
    var list = details.putArray(name);
    for (Share share : shares) {
      list.addObject()
          .put("code", share.code())
          .put("vocabulary", share.vocabulary())
          .put("vocabularyUri", share.vocabularyUri())
          .put("percentage", share.percentage());
    }
  }
}
