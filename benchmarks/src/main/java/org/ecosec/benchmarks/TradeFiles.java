package org.ecosec.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.ecosec.benchmarks.SyntheticWorld.Cell;
import org.ecosec.benchmarks.SyntheticWorld.Trader;
import org.ecosec.trade.indicator.math.Concentration.Supply;

/**
 * The same rows twice: as a Comtrade CSV for the API, and in the order of the columns of {@code
 * observation} for COPY. Each cell has a row for World, as Comtrade's files do.
 */
record TradeFiles(Path comtrade, Path copy, long rows, int cells) {
  private static final int YEAR = 2023;
  private static final double MISSING_QUANTITY = 0.025;
  private static final String HEADER =
      "period,reporterCode,flowCode,partnerCode,partner2Code,classificationCode,cmdCode,customsCode,"
          + "motCode,qtyUnitAbbr,qty,netWgt,isNetWgtEstimated,primaryValue\n";

  /** Whole cells from the first one on, until there are at least {@code rows} rows. */
  static TradeFiles write(SyntheticWorld world, Path directory, String name, long rows)
      throws IOException {
    Files.createDirectories(directory);
    var files =
        new TradeFiles(
            directory.resolve(name + ".csv"), directory.resolve(name + ".copy"), rows, 0);
    var numbers =
        world.economies().stream().collect(Collectors.toMap(Trader::code, Trader::comtradeNumber));
    try (var csv = Files.newBufferedWriter(files.comtrade);
        var copy = Files.newBufferedWriter(files.copy)) {
      csv.write(HEADER);
      long written = 0;
      int cells = 0;
      while (written < rows && cells < SyntheticWorld.ALL_CELLS) {
        written += new Lines(csv, copy, world, numbers).write(world.cell(cells), cells);
        cells++;
      }
      return new TradeFiles(files.comtrade, files.copy, written, cells);
    }
  }

  private record Lines(
      BufferedWriter csv, BufferedWriter copy, SyntheticWorld world, Map<String, String> numbers) {

    int write(Cell cell, int index) throws IOException {
      var random = new SplittableRandom(~index);
      write(cell, "W00", "0", cell.worldUsd(), random);
      for (Supply supply : cell.suppliers()) {
        var number = numbers.getOrDefault(supply.partner(), "");
        write(cell, supply.partner(), number, supply.valueUsd(), random);
      }
      return cell.suppliers().size() + 1;
    }

    private void write(
        Cell cell, String partner, String number, double usd, SplittableRandom random)
        throws IOException {
      var value = "%d".formatted((long) usd);
      long kilograms = Math.max(1, (long) (usd / Math.exp(2 + random.nextGaussian())));
      boolean missing = random.nextDouble() < MISSING_QUANTITY;
      var reporter = world.economy(cell.importer()).comtradeNumber();
      csv.write(
          String.join(
              ",",
              String.valueOf(YEAR),
              reporter,
              "M",
              number,
              "0",
              "H6",
              cell.product(),
              "C00",
              "0",
              missing ? "N/A" : "kg",
              missing ? "" : String.valueOf(kilograms),
              missing ? "" : String.valueOf(kilograms),
              "false",
              value));
      csv.write('\n');
      copy.write(
          String.join(
              "\t",
              String.valueOf(cell.importer() + 1),
              "HS",
              String.valueOf(YEAR),
              cell.product(),
              partner,
              value,
              missing ? "\\N" : String.valueOf(kilograms),
              missing ? "\\N" : String.valueOf(kilograms),
              missing ? "\\N" : "kg",
              "CIF",
              "f",
              "1",
              "\\N"));
      copy.write('\n');
    }
  }
}
