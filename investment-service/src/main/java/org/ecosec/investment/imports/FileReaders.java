package org.ecosec.investment.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.validation.Schema;
import org.ecosec.investment.iati.ReportingOrg;
import org.ecosec.investment.iati.Schemas;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The reader of each format, kind and profile that an import can name. */
@ApplicationScoped
class FileReaders {

  private static final List<String> SHIPPED = List.of("world-bank-projects");
  private static final Map<String, FactKind> KINDS =
      new TreeMap<>(
          Map.of(
              "pledges", FactKind.PLEDGE,
              "projects", FactKind.PROJECT,
              "milestones", FactKind.MILESTONE,
              "transactions", FactKind.TRANSACTION,
              "exchange-rates", FactKind.EXCHANGE_RATE));

  private final Schema schema = Schemas.activities();
  private final Map<String, ProjectProfile> profiles = new TreeMap<>();
  private final ReportingOrg own;
  private final ObjectMapper json;
  private final Clock clock;

  FileReaders(ReportingOrg own, ObjectMapper json, Clock clock) {
    this.own = own;
    this.json = json;
    this.clock = clock;
    for (String name : SHIPPED) {
      try (var stream = FileReaders.class.getResourceAsStream("/profiles/" + name + ".json")) {
        profiles.put(name, json.readValue(stream, ProjectProfile.class));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  FileReader of(ImportRequest request) {
    return switch (request.format()) {
      case IATI ->
          new ActivityRows(
              schema, LocalDate.now(clock), own, request, defaults(request, "IATI file"));
      case CSV -> new CsvRows(kind(request.kind()), request, defaults(request, "CSV file"), json);
      case MAPPED -> {
        var profile = profile(request.profile());
        yield new ProfiledRows(profile, defaults(request, profile.source()), dates(request));
      }
    };
  }

  private ProfiledRows.Dates dates(ImportRequest request) {
    return new ProfiledRows.Dates(LocalDate.now(clock), request.listedOn());
  }

  private Defaults defaults(ImportRequest request, String source) {
    return new Defaults(json, request.handling(), source);
  }

  private static FactKind kind(@Nullable String name) {
    var kind = name == null ? null : KINDS.get(name);
    if (kind == null) {
      throw Problem.badRequest("unknown-kind", "kind is one of " + KINDS.keySet() + ".")
          .at("query:kind", "is not a kind of row");
    }
    return kind;
  }

  private ProjectProfile profile(@Nullable String name) {
    var profile = name == null ? null : profiles.get(name);
    if (profile == null) {
      throw Problem.badRequest("unknown-profile", "profile is one of " + profiles.keySet() + ".")
          .at("query:profile", "is not a profile");
    }
    return profile;
  }
}
