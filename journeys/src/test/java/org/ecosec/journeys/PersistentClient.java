package org.ecosec.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings in what must and what must not raise alerts, and asks again until it is accepted. */
final class PersistentClient {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String IMPORTS =
      "/trade/v1/imports?format=comtrade&source=faults&baseline=false";

  private static final List<String> TEN_PARTNERS =
      List.of(
          "156,CHN", "842,USA", "36,AUS", "124,CAN", "276,DEU", "410,KOR", "360,IDN", "152,CHL",
          "710,ZAF", "76,BRA");

  private final PublicApi api;
  private final TellingOracle oracle;
  private final Map<String, String> imports = new ConcurrentHashMap<>();
  private final AtomicInteger askedAgain = new AtomicInteger();

  PersistentClient(PublicApi api, TellingOracle oracle) {
    this.api = api;
    this.oracle = oracle;
  }

  /** Nine tenths come from one supplier: one alert. */
  void importsConcentrated(Economy importer, String product) throws Exception {
    var file = new StringBuilder(header()).append(row(importer, "0,W00", product, 1_000));
    file.append(row(importer, "156,CHN", product, 900))
        .append(row(importer, "842,USA", product, 100));
    imports(file.toString(), importer + " " + product);
    oracle.accepted("concentration|" + importer + "|HS|" + product);
  }

  /** Ten equal suppliers: nobody is to be told. */
  void importsSpread(Economy importer, String product) throws Exception {
    var file = new StringBuilder(header()).append(row(importer, "0,W00", product, 1_000));
    for (String partner : TEN_PARTNERS) {
      file.append(row(importer, partner, product, 100));
    }
    imports(file.toString(), importer + " " + product);
  }

  /** A pledge with a project that delivered too little: one alert. */
  void pledgesTooLittle(int number) throws Exception {
    var pledge = "pledge-" + number;
    var project = "project-" + number;
    var lastMonth = LocalDate.now(ZoneOffset.UTC).minusDays(30).toString();
    registers("pledges", Facts.PLEDGE, pledge, project);
    registers("projects", Facts.PROJECT, pledge, project);
    registers("allocations", Facts.ALLOCATION, pledge, project);
    registers("transactions", Facts.DISBURSEMENT_IN_YEN.formatted(lastMonth), pledge, project);
    oracle.accepted("pledge-behind-plan|" + pledge);
  }

  private void registers(String what, String fact, String pledge, String project) throws Exception {
    var body =
        fact.replace("battery-materials-2024", pledge).replace("battery-anode-plant", project);
    accepted("/investment/v1/" + what, "application/json", body);
  }

  private void imports(String file, String what) throws Exception {
    var answer = accepted(IMPORTS, "text/csv", file);
    imports.put(answer.body().path("id").asText(), what);
  }

  // What was not answered may have been taken all the same: the key and the content tell.
  private PublicApi.Answer accepted(String path, String type, String body) throws Exception {
    var key = UUID.randomUUID().toString();
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return Eventually.get(
        path + " to be accepted",
        PATIENCE,
        () -> {
          try {
            var answer = api.post(path, type, key, bytes);
            // 429: too much at once, so it is asked again too.
            if (answer.status() / 100 == 4 && answer.status() != 429) {
              throw new AssertionError(path + " was refused: " + answer.detail());
            }
            if (answer.ok()) {
              return Optional.of(answer);
            }
          } catch (IOException noAnswer) {
            // As good as an answer of 5xx.
          }
          askedAgain.incrementAndGet();
          return Optional.empty();
        });
  }

  /** Every import that was answered with 202 has to end, and end well. */
  void awaitsAllImports() throws Exception {
    for (var each : imports.entrySet()) {
      var status =
          Eventually.get(
              each.getValue() + " to end",
              PATIENCE,
              () -> status(each.getKey()).filter(one -> !one.equals("RUNNING")));
      if (!status.equals("COMPLETED")) {
        throw new AssertionError("The accepted import of " + each.getValue() + " is " + status);
      }
    }
  }

  private Optional<String> status(String id) throws Exception {
    try {
      var answer = api.get("/trade/v1/imports/" + id);
      return answer.ok() ? Optional.of(answer.body().path("status").asText()) : Optional.empty();
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  int accepted() {
    return imports.size();
  }

  /** How often nobody was there to answer. */
  int askedAgain() {
    return askedAgain.get();
  }

  /** A watched importer, as Comtrade numbers it. */
  enum Economy {
    JPN(392),
    IND(699);

    private final int comtrade;

    Economy(int comtrade) {
      this.comtrade = comtrade;
    }
  }

  private static String header() {
    return "period,reporterCode,reporterISO,partnerCode,partnerISO,flowCode,cmdCode,primaryValue\n";
  }

  private static String row(Economy importer, String partner, String product, int value) {
    return "2020,%d,%s,%s,M,%s,%d\n"
        .formatted(importer.comtrade, importer, partner, product, value);
  }
}
