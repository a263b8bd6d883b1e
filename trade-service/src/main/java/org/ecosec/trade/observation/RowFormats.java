package org.ecosec.trade.observation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.reference.Economies;
import org.jspecify.annotations.Nullable;

/** The formats that an import can name. */
@Singleton
class RowFormats {

  private static final String EDITION = "1988|1992|1996|2002|2007|2012|2017|2022";

  private final Economies economies;
  private final ProfileLists lists;
  private final SourceProfiles profiles;
  private final Clock clock;

  RowFormats(Economies economies, ProfileLists lists, SourceProfiles profiles, Clock clock) {
    this.economies = economies;
    this.lists = lists;
    this.profiles = profiles;
    this.clock = clock;
  }

  /** How a body is read, and the source that its rows belong to unless the import names another. */
  record Reading(RowFormat format, String source, @Nullable Integer profileVersion) {}

  Reading reading(ImportRequest.Layout layout) {
    var periods =
        new Periods(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), through(layout));
    var edition = edition(layout);
    return switch (layout.format()) {
      case "comtrade" -> new Reading(new ComtradeRows(economies, periods), "un-comtrade", null);
      case "baci" -> new Reading(new BaciRows(economies, periods, edition), "cepii-baci", null);
      case "sdmx-csv" -> new Reading(new SdmxCsvRows(economies, periods, edition), "sdmx", null);
      case "mapped" -> {
        var stored = profiles.newest(layout.profile());
        var rows = new MappedRows(stored.profile(), lists, periods);
        yield new Reading(rows, stored.profile().source(), stored.version());
      }
      default ->
          throw Problem.badRequest(
                  "unknown-format", "format is comtrade, baci, sdmx-csv or mapped.")
              .at("query:format", "is not a format");
    };
  }

  private static String edition(ImportRequest.Layout layout) {
    var edition = layout.edition();
    if (edition != null && !edition.matches(EDITION)) {
      throw Problem.badRequest("bad-edition", "edition is a year of HS such as 2017 or 2022.")
          .at("query:edition", "is not an edition of HS");
    }
    return edition == null ? "" : edition;
  }

  private @Nullable YearMonth through(ImportRequest.Layout layout) {
    var through = layout.through();
    if (through != null
        && !through.isBefore(YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)))) {
      throw Problem.badRequest("bad-through", "through is a month that is over, such as 2026-03.")
          .at("query:through", "is not over");
    }
    return through;
  }
}
