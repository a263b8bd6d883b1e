package org.ecosec.investment.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.ecosec.investment.form.Handlings;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Clearance;

/**
 * Takes a file in: everything is read, checked and staged in one database transaction, so that the
 * answer 202 means that it is stored whole. {@link ImportMerge} then makes it known, at once.
 */
@ApplicationScoped
class FileImport {

  private final DataSource dataSource;
  private final FileReaders readers;
  private final FactColumns columns;
  private final Handlings handlings;
  private final Clearance clearance;
  private final Clock clock;

  FileImport(
      DataSource dataSource,
      FileReaders readers,
      FactColumns columns,
      Handlings handlings,
      Clearance clearance,
      Clock clock) {
    this.dataSource = dataSource;
    this.readers = readers;
    this.columns = columns;
    this.handlings = handlings;
    this.clearance = clearance;
    this.clock = clock;
  }

  /** The import's id; that of the first one if the file was sent before under the same key. */
  UUID stage(ImportRequest request, InputStream body) {
    handlings.check(request.handling());
    var reader = readers.of(request);
    var id = UUID.randomUUID();
    try (var file = IncomingFile.open(body);
        Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var intake = copy(connection, id, file, reader);
        file.skip(Long.MAX_VALUE);
        var record = new ImportRecord(connection, id, clearance.level());
        var sha256 = file.sha256Hex();
        var earlier = record.sentBefore(request, sha256);
        if (earlier.isPresent()) {
          return earlier.get();
        }
        record.insert(request, sha256, intake, clock.instant());
        connection.commit();
        return id;
      } finally {
        connection.rollback();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The file could not be staged", failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Intake copy(Connection connection, UUID id, IncomingFile file, FileReader reader)
      throws SQLException {
    try (var staged = new StagedFacts(connection, id)) {
      var sender = new Intake.Sender(clearance.level(), LocalDate.now(clock));
      var intake = new Intake(staged, columns, sender);
      reader.read(file, intake);
      if (intake.read() == 0) {
        throw Problem.unprocessable("empty-file", "The file holds no row.");
      }
      staged.finish(intake.refused());
      return intake;
    }
  }
}
