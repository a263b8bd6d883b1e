package org.ecosec.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecosec.benchmarks.OpenLoop.Latencies;
import org.ecosec.journeys.Role;

/**
 * The progress of one pledge with many transactions behind it, in a currency other than theirs,
 * over HTTP at a fixed rate; and a page of projects beside it.
 */
record ProgressBenchmark(Path checkout, PrintStream out) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int WARM_UP_SECONDS = 10;
  private static final int PROJECTS = 20;
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);

  Result run(long transactions, int perSecond, int seconds) throws Exception {
    var directory = checkout.resolve("benchmarks/target/data");
    var files = ActivityFiles.write(directory, "progress", PROJECTS, transactions);
    try (var platform = InvestmentPlatform.start(checkout, out);
        var database = platform.database()) {
      platform.imported(rates(directory), "format=csv&kind=exchange-rates&backfill=true");
      platform.imported(files.iati(), "format=iati&backfill=true");
      platform.post("/pledges?backfill=true", BodyPublishers.ofString(PLEDGE), 201);
      for (int i = 0; i < PROJECTS; i++) {
        platform.post("/allocations?backfill=true", allocation(i), 201);
      }
      var progress = platform.at("/pledges/bench/progress?on=2025-06-30");
      out.println("  " + body(platform, progress));
      var measured = measured(platform, List.of(progress), perSecond, seconds);
      var days = new ArrayList<URI>();
      for (int day = 0; day < perSecond * seconds; day++) {
        days.add(platform.at("/pledges/bench/progress?on=" + FIRST.plusDays(day)));
      }
      var anew = new OpenLoop(perSecond, seconds).run(index -> body(platform, days.get(index)));
      var pages =
          List.of(platform.at("/projects?limit=100"), platform.at("/transactions?limit=100"));
      var listed = measured(platform, pages, perSecond, seconds);
      return new Result(
          "progress",
          Machine.with(database),
          Map.of("transactions", transactions, "perSecond", perSecond, "seconds", seconds),
          List.of(
              Figure.alone(measured.p50(), "ms", "progress of one pledge, p50", ""),
              Figure.alone(measured.p99(), "ms", "progress of one pledge, p99", "under 50 ms"),
              Figure.alone(anew.p50(), "ms", "each time of another day, p50", ""),
              Figure.alone(anew.p99(), "ms", "each time of another day, p99", "under 50 ms"),
              Figure.alone(measured.failed() + anew.failed(), "calls", "failed", "0"),
              Figure.alone(listed.p99(), "ms", "pages of projects and entries, p99", "")));
    }
  }

  private static final String PLEDGE =
      """
      {"id": "bench", "title": "A pledge", "amount": 10000000000000, "currency": "JPY",
       "scope": "PUBLIC_AND_PRIVATE_INVESTMENT_AND_FINANCING", "from": "2014-01-01",
       "to": "2030-01-01", "countsFrom": "2014-01-01", "parties": [], "focusAreas": [],
       "supersedes": [], "extends": [], "overlaps": [], "handling": "PUBLIC", "notes": null,
       "statements": []}
      """;

  private static HttpRequest.BodyPublisher allocation(int project) {
    return BodyPublishers.ofString(
        """
        {"projectId": "%s", "pledgeId": "bench", "share": 1, "financierScope": "PUBLIC",
         "source": "made up"}
        """
            .formatted(ActivityFiles.project(project)));
  }

  private static Path rates(Path directory) throws IOException {
    var csv = new StringBuilder("month,currency,lcu_per_usd\n");
    for (var month = YearMonth.of(2013, 1);
        month.isBefore(YearMonth.of(2026, 1));
        month = month.plusMonths(1)) {
      csv.append(month).append(",JPY,").append(100 + month.getMonthValue()).append('\n');
    }
    return Files.writeString(directory.resolve("rates.csv"), csv);
  }

  private static Latencies measured(
      InvestmentPlatform platform, List<URI> calls, int perSecond, int seconds) {
    OpenLoop.Call call = index -> body(platform, calls.get(index % calls.size()));
    new OpenLoop(perSecond, WARM_UP_SECONDS).run(call);
    return new OpenLoop(perSecond, seconds).run(call);
  }

  private static String body(InvestmentPlatform platform, URI at)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(at)
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + platform.token(Role.READER))
            .build();
    var answer = HTTP.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }
}
