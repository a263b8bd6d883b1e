package org.ecosec.investment.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import javax.xml.validation.Schema;
import org.ecosec.investment.iati.Activity;
import org.ecosec.investment.iati.ActivityFile;
import org.ecosec.investment.iati.ActivityNames;
import org.ecosec.investment.iati.ActivitySink;
import org.ecosec.investment.iati.ActivityTransaction;
import org.ecosec.investment.iati.Finding;
import org.ecosec.investment.iati.ReportingOrg;
import org.jspecify.annotations.Nullable;

/** Reads activities as projects with their completion, and entries of money. */
final class ActivityRows implements FileReader, ActivitySink {

  private final Schema schema;
  private final LocalDate today;
  private final ActivityNames names;
  private final ActivityMoney money;
  private final Defaults defaults;
  private final ObjectMapper json;
  private @Nullable Intake intake;

  ActivityRows(
      Schema schema, LocalDate today, ReportingOrg own, ImportRequest request, Defaults defaults) {
    this.schema = schema;
    this.today = today;
    this.names = new ActivityNames(own);
    this.money = new ActivityMoney(names, today, request.financierScope(), defaults);
    this.defaults = defaults;
    this.json = defaults.json();
  }

  @Override
  public void read(InputStream file, Intake taker) {
    intake = taker;
    ActivityFile.read(file, schema, today, this);
  }

  @Override
  public void transaction(long part, ActivityTransaction transaction) {
    money.take(part, transaction, intake());
  }

  @Override
  public void activity(long part, Activity activity) {
    var project = new ActivityProject(activity, names, json);
    var days = new ActivityDays(activity.dates());
    intake()
        .take(
            new Stated(
                FactKind.PROJECT,
                part,
                activity.place(),
                project.body(),
                names.source(defaults.of(FactKind.PROJECT), activity.identifier()),
                project.vintage(),
                true));
    if (!names.isOwn(activity.identifier())) {
      intake().take(beyond(part, project, days));
    }
    var completion = days.completion(project.id(), json);
    if (completion != null) {
      var known = names.source(defaults.of(FactKind.MILESTONE), activity.identifier());
      intake()
          .take(
              new Stated(
                  FactKind.MILESTONE, part, activity.place(), completion, known, null, false));
    }
  }

  @Override
  public void problem(long part, Finding finding) {
    intake().reject(finding.place(), finding.code(), finding.reason(), finding.value());
  }

  @Override
  public void end(long part, Set<String> notKept) {
    intake().notKept(notKept);
    intake().endPart(part);
    money.endActivity();
  }

  private Stated beyond(long part, ActivityProject project, ActivityDays days) {
    var activity = project.activity();
    var body = json.createObjectNode();
    body.put("id", project.id()).put("identifier", activity.identifier());
    body.put("publisher", activity.reporter().ref());
    var details = ActivityDetails.of(activity, days.beyond(), json);
    if (project.parentProject() != null) {
      details.put("parentProject", project.parentProject());
    }
    body.set("details", details);
    return new Stated(
        FactKind.IATI_ACTIVITY, part, activity.place(), body, json.createObjectNode(), null, false);
  }

  private Intake intake() {
    return Objects.requireNonNull(intake);
  }
}
