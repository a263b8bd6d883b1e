package org.ecosec.investment.iati;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Writes all that a caller may see at a revision as activities, some hundreds in memory at a time.
 */
@ApplicationScoped
class ActivityExport {

  private static final int BATCH = 500;
  private static final int MAX_SECONDS = 7_200;

  private final PublishedProjects projects;
  private final ReportingOrg own;

  ActivityExport(PublishedProjects projects, ReportingOrg own) {
    this.projects = projects;
    this.own = own;
  }

  void write(long revision, @Nullable String generated, OutputStream stream) {
    QuarkusTransaction.requiringNew()
        .timeout(MAX_SECONDS)
        .run(
            () -> {
              try {
                var writer = new ActivityWriter(stream, own);
                writer.begin(generated);
                writeAll(revision, writer);
                writer.end();
              } catch (XMLStreamException gone) {
                throw new IllegalStateException("The reader of the export is gone", gone);
              }
            });
  }

  private void writeAll(long revision, ActivityWriter writer) throws XMLStreamException {
    var after = "";
    while (true) {
      var batch = projects.after(after, revision, BATCH);
      if (batch.isEmpty()) {
        return;
      }
      after = batch.getLast().id();
      var published = batch.stream().filter(one -> one.omission(own) == null).toList();
      var relations = PublishedRelations.of(published, own, projects, revision);
      new Batch(published, relations, writer).write(revision);
    }
  }

  /** Omitted projects with the reason, a page at a time. */
  List<OmissionView> omitted(long revision, String after, int limit) {
    var omitted = new ArrayList<OmissionView>();
    var from = after;
    while (omitted.size() < limit) {
      var batch = projects.after(from, revision, BATCH);
      if (batch.isEmpty()) {
        return omitted;
      }
      from = batch.getLast().id();
      for (PublishedProject project : batch) {
        var reason = project.omission(own);
        if (reason != null) {
          omitted.add(new OmissionView(project.id(), project.title(), reason));
        }
      }
    }
    return omitted.subList(0, limit);
  }

  /** Money comes in the order of its projects, and a project may have none. */
  private final class Batch {

    private final Deque<PublishedProject> waiting;
    private final List<String> ids;
    private final PublishedRelations relations;
    private final ActivityWriter writer;
    private @Nullable PublishedProject open;

    Batch(List<PublishedProject> batch, PublishedRelations relations, ActivityWriter writer) {
      this.waiting = new ArrayDeque<>(batch);
      this.ids = batch.stream().map(PublishedProject::id).toList();
      this.relations = relations;
      this.writer = writer;
    }

    void write(long revision) throws XMLStreamException {
      projects.money(ids, revision, this::take);
      while (!waiting.isEmpty()) {
        next();
      }
      close();
    }

    private void take(PublishedMoney money) {
      try {
        while (open == null || !open.id().equals(money.projectId())) {
          next();
        }
        writer.write(money);
      } catch (XMLStreamException gone) {
        throw new IllegalStateException("The reader of the export is gone", gone);
      }
    }

    private void next() throws XMLStreamException {
      close();
      open = waiting.removeFirst();
      writer.begin(open, relations);
    }

    private void close() throws XMLStreamException {
      if (open != null) {
        writer.end(open, relations);
        open = null;
      }
    }
  }
}
