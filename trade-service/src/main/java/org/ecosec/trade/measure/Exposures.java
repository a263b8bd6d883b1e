package org.ecosec.trade.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.measure.ExposedFlows.Wanted;
import org.ecosec.trade.measure.Exposure.Basis;
import org.ecosec.trade.measure.Exposure.ExposedFlow;
import org.ecosec.trade.measure.Exposure.SectorExposure;
import org.ecosec.trade.measure.Measure.Code.Coverage;
import org.ecosec.trade.reference.Sectors;
import org.jspecify.annotations.Nullable;

/** Works out and keeps what each watched importer gets under a measure. */
@ApplicationScoped
class Exposures {

  private static final int HEADING_DIGITS = 4;

  private final Database database;
  private final ExposedFlows flows;
  private final SalesExposure sales;
  private final Sectors sectors;
  private final ObjectMapper json;

  Exposures(
      Database database,
      ExposedFlows flows,
      SalesExposure sales,
      Sectors sectors,
      ObjectMapper json) {
    this.database = database;
    this.flows = flows;
    this.sales = sales;
    this.sectors = sectors;
    this.json = json;
  }

  /** The exposure as the observations stand now. */
  Exposure compute(Measure measure, String importer) {
    var found = new ArrayList<ExposedFlow>();
    for (Measure.Code code : measure.codes()) {
      var wanted = new Wanted(measure.imposer(), importer, code);
      if (measure.kind().exposesExporters()) {
        sales.flow(wanted).ifPresent(found::add);
        continue;
      }
      flows
          .reported(wanted, code.code(), Basis.REPORTED)
          .ifPresentOrElse(found::add, () -> indirect(wanted, found));
    }
    return new Exposure(
        measure.id(),
        measure.title(),
        measure.imposer(),
        importer,
        found,
        unreported(measure, found),
        sum(found, Coverage.FULL),
        sum(found, Coverage.PARTIAL),
        found.stream().map(ExposedFlow::period).max(String::compareTo).orElse(null),
        measure.handling(),
        Exposure.METHOD,
        measure.kind().side(),
        bySector(measure, found));
  }

  private List<SectorExposure> bySector(Measure measure, List<ExposedFlow> found) {
    var bySector = new TreeMap<String, List<ExposedFlow>>();
    var classifications =
        measure.codes().stream()
            .collect(
                Collectors.toMap(
                    Measure.Code::code, Measure.Code::classification, (first, second) -> first));
    for (ExposedFlow flow : found) {
      for (String sector : sectors.of(classifications.getOrDefault(flow.code(), ""), flow.code())) {
        bySector.computeIfAbsent(sector, name -> new ArrayList<>()).add(flow);
      }
    }
    return bySector.entrySet().stream()
        .map(
            entry ->
                new SectorExposure(
                    entry.getKey(),
                    sum(entry.getValue(), Coverage.FULL),
                    sum(entry.getValue(), Coverage.PARTIAL)))
        .toList();
  }

  private static List<String> unreported(Measure measure, List<ExposedFlow> found) {
    var reported = found.stream().map(ExposedFlow::code).collect(Collectors.toSet());
    return measure.codes().stream()
        .map(Measure.Code::code)
        .filter(code -> !reported.contains(code))
        .sorted()
        .toList();
  }

  // The imposer's report names the code itself; the heading, wider than the code, shows the share.
  private void indirect(Wanted wanted, List<ExposedFlow> found) {
    flows.mirrored(wanted).ifPresent(found::add);
    var code = wanted.code().code();
    if (wanted.code().classification().equals("HS") && code.length() > HEADING_DIGITS) {
      flows
          .reported(wanted, code.substring(0, HEADING_DIGITS), Basis.HEADING)
          .ifPresent(found::add);
    }
  }

  /**
   * FULL and PARTIAL are never one sum. A heading holds more than the code: it counts as partial,
   * once, and only where nothing nearer is reported for the code.
   */
  private static @Nullable BigDecimal sum(List<ExposedFlow> flows, Coverage coverage) {
    var nearer = new HashSet<String>();
    flows.stream()
        .filter(flow -> flow.basis() != Basis.HEADING)
        .forEach(flow -> nearer.add(flow.code()));
    var counted = new HashSet<String>();
    var values =
        flows.stream()
            .filter(flow -> counts(flow, coverage, nearer))
            .filter(flow -> counted.add(flow.product()))
            .map(ExposedFlow::valueUsd)
            .filter(Objects::nonNull)
            .toList();
    return values.isEmpty() ? null : values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean counts(ExposedFlow flow, Coverage coverage, Set<String> nearer) {
    return flow.basis() == Basis.HEADING
        ? coverage == Coverage.PARTIAL && !nearer.contains(flow.code())
        : flow.coverage() == coverage;
  }

  Optional<Exposure> stored(String measureId, String importer) {
    return database.first(
        "select document from exposure where measure_id = ? and importer = ? and to_revision is null",
        row -> read(row.getString(1)),
        measureId,
        importer);
  }

  List<Exposure> find(String measureId, long revision, String afterImporter, int limit) {
    return database.list(
        """
        select document from exposure
        where measure_id = ? and from_revision <= ? and (to_revision is null or to_revision > ?)
          and importer > ?
        order by importer limit ?
        """,
        row -> read(row.getString(1)),
        measureId,
        revision,
        revision,
        afterImporter,
        limit);
  }

  void replace(Exposure exposure, long revision) {
    close(exposure.measureId(), exposure.importer(), revision);
    database.update(
        """
        insert into exposure (measure_id, importer, document, handling, from_revision)
        values (?, ?, ?::jsonb, ?, ?)
        """,
        exposure.measureId(),
        exposure.importer(),
        write(exposure),
        exposure.handling(),
        revision);
  }

  void close(String measureId, String importer, long revision) {
    database.update(
        """
        update exposure set to_revision = ?
        where measure_id = ? and importer = ? and to_revision is null
        """,
        revision,
        measureId,
        importer);
  }

  private String write(Exposure exposure) {
    try {
      return json.writeValueAsString(exposure);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Exposure read(String document) {
    try {
      return json.readValue(document, Exposure.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
