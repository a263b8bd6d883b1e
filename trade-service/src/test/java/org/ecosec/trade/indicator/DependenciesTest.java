package org.ecosec.trade.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ecosec.platform.testing.Contracts;
import org.ecosec.trade.Api;
import org.ecosec.trade.RealTrade;
import org.ecosec.trade.Reference;
import org.ecosec.trade.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class DependenciesTest {

  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n";
  // Twenty economies that report, none of them an importer or exporter of the cases below.
  private static final List<String> OTHERS =
      List.of(
          "ALB", "ARG", "ARM", "AUT", "BEL", "BGR", "BOL", "BRB", "CHE", "CYP", "CZE", "DNK", "EST",
          "FIN", "GEO", "GRC", "HRV", "HUN", "IRL", "ISL");

  // World exports of nickel ore 2019 recomputed from the shipped extract with a script of its own:
  // 72 economies report, exporters' totals 3,456,978,272.51, importers' reports of exporters that
  // do
  // not report 459,198,704.00 at FOB: bounds 0.152651 to 0.166400, coverage 0.882743.
  @Test
  void japansNickelOreIsConcentratedButTheWorldsIsNot() {
    imported(
        Reference.file("comtrade-nickel.history.csv.gz"),
        Map.of("format", "comtrade", "source", "geodep-nickel"));
    imported(
        Reference.file("comtrade-nickel.newest.csv.gz"),
        Map.of("format", "comtrade", "source", "geodep-nickel"));
    eventually(
        () -> {
          var world =
              exports(Map.of("product", "260400", "period", "2019", "source", "geodep-nickel"));
          assertThat(world.get("reporters").intValue()).isEqualTo(72);
          assertThat(world.get("exporters").intValue()).isEqualTo(44);
          assertThat(world.get("hhi").isNull()).isTrue();
          assertThat(world.get("hhiLower").doubleValue()).isCloseTo(0.152651, within(1e-6));
          assertThat(world.get("hhiUpper").doubleValue()).isCloseTo(0.166400, within(1e-6));
          assertThat(world.get("coverage").doubleValue()).isCloseTo(0.882743, within(1e-6));
          assertThat(world.at("/top1/partner").asText()).isEqualTo("IDN");
          assertThat(world.get("verdict").asText()).isEqualTo("NOT_CONCENTRATED");
          assertThat(world.get("reason").asText()).isEqualTo("LOW_COVERAGE");
        });
    eventually(
        () -> {
          var japan = dependency("geodep-nickel", "JPN", "260400", "2019");
          assertThat(texts(japan.get("years"), "period")).containsExactly("2019", "2018", "2017");
          assertThat(texts(japan.get("years"), "c1")).containsExactly("YES", "YES", "YES");
          assertThat(texts(japan.get("years"), "c2")).containsExactly("NO", "NO", "NO");
          assertThat(japan.get("verdict").asText()).isEqualTo("NOT_DEPENDENT");
          assertThat(japan.get("reasons")).isEmpty();
        });
    var detail =
        Api.get("/trade/v1/dependencies/JPN/HS/260400/2019", Map.of("source", "geodep-nickel"));
    assertThat(detail.at("/euCdi/cdi1").asText()).isEqualTo("YES");
    assertThat(detail.at("/euCdi/cdi2Value").doubleValue()).isCloseTo(1, within(1e-9));
    assertThat(detail.at("/dependency/thresholds/0/citation").asText()).contains("GeoDep");
  }

  // By hand: 90 % of the world's exports are one economy's (HHI > 0.4), Norway buys 90 % there,
  // sells
  // 10 of what it buys 100: all criteria hold in 2021 and 2022, in 2020 its imports are spread.
  @Test
  void twoYearsOfThreeMakeADependency() {
    var rows = new ArrayList<String>();
    for (String year : List.of("2020", "2021", "2022")) {
      rows.add("%s,CHN,W00,X,0101,900".formatted(year));
      rows.add("%s,AUS,W00,X,0101,100".formatted(year));
      rows.add("%s,NOR,W00,X,0101,10".formatted(year));
      OTHERS.forEach(other -> rows.add("%s,%s,CHN,M,0102,1".formatted(year, other)));
    }
    rows.addAll(bought("2020", 25));
    rows.addAll(bought("2021", 90));
    rows.addAll(bought("2022", 90));
    imported(HEADER + String.join("\n", rows) + "\n", "geodep-hand");
    eventually(
        () -> {
          var norway = dependency("geodep-hand", "NOR", "0101", "2022");
          assertThat(texts(norway.get("years"), "all")).containsExactly("YES", "YES", "NO");
          assertThat(norway.get("yearsMet").intValue()).isEqualTo(2);
          assertThat(norway.get("verdict").asText()).isEqualTo("DEPENDENT");
          assertThat(norway.get("importsToExports").doubleValue()).isEqualTo(10);
          assertThat(norway.get("importDependency").doubleValue())
              .isCloseTo(100 / 110.0, within(1e-9));
          assertThat(norway.get("importDependencyBasis").asText()).isEqualTo("TRADE_ONLY");
        });
    var earlier = dependency("geodep-hand", "NOR", "0101", "2021");
    assertThat(earlier.get("verdict").isNull()).isTrue();
    assertThat(texts(earlier.get("years"), "period")).containsExactly("2021", "2020", "2019");
    assertThat(earlier.get("reasons").toString()).contains("NO_DATA");
    var dependent =
        Api.items(
            "/trade/v1/dependencies",
            Map.of("importer", "NOR", "verdict", "DEPENDENT", "source", "geodep-hand"));
    assertThat(texts(dependent, "period")).containsExactly("2022");
  }

  // By hand: Portugal buys 60 from China, 20 from Brazil and 20 from Spain, and sells 40. Outside
  // the
  // Union 80: CDI 1 = (60^2 + 20^2) / 80^2 = 0.625, CDI 2 = 80 / 100, CDI 3 = 80 / 40. The index
  // over
  // all suppliers, which decides C1, is 0.36 + 0.04 + 0.04 = 0.44.
  @Test
  void aMembersSuppliersInsideTheUnionAreLeftOutOfTheCommissionsIndicators() {
    imported(
        HEADER
            + "2018,PRT,CHN,M,0104,60\n2018,PRT,BRA,M,0104,20\n2018,PRT,ESP,M,0104,20\n"
            + "2018,PRT,W00,M,0104,100\n2018,PRT,W00,X,0104,40\n",
        "cdi-hand");
    eventually(
        () -> {
          var detail =
              Api.get("/trade/v1/dependencies/PRT/HS/0104/2018", Map.of("source", "cdi-hand"));
          assertThat(detail.at("/euCdi/bloc").asText()).isEqualTo("EU27");
          assertThat(detail.at("/euCdi/cdi1Lower").doubleValue()).isCloseTo(0.625, within(1e-12));
          assertThat(detail.at("/euCdi/cdi1Upper").doubleValue()).isCloseTo(0.625, within(1e-12));
          assertThat(detail.at("/euCdi/cdi2Value").doubleValue()).isCloseTo(0.8, within(1e-12));
          assertThat(detail.at("/euCdi/cdi3Value").doubleValue()).isCloseTo(2, within(1e-12));
          assertThat(detail.at("/euCdi/all").asText()).isEqualTo("YES");
          assertThat(detail.at("/dependency/hhiLower").doubleValue())
              .isCloseTo(0.44, within(1e-12));
          // The Commission's indicators are no verdict: GeoDep has none, since the world is not
          // known.
          assertThat(detail.at("/dependency/verdict").isNull()).isTrue();
        });
  }

  @Test
  void aFewReportersAreNotTheWorld() {
    imported(
        HEADER
            + "2020,CHN,W00,X,0103,900\n2020,CHN,JPN,X,0103,900\n2020,NOR,CHN,M,0103,90\n2020,NOR,W00,M,0103,100\n",
        "few-reporters");
    eventually(
        () -> {
          var world = exports(Map.of("product", "0103", "source", "few-reporters"));
          assertThat(world.get("hhi").isNull()).isTrue();
          assertThat(world.get("verdict").isNull()).isTrue();
          assertThat(world.get("reason").asText()).isEqualTo("NO_WORLD_EXPORTS");
          assertThat(world.get("reporters").intValue()).isEqualTo(2);
        });
    eventually(
        () -> {
          var norway = dependency("few-reporters", "NOR", "0103", "2020");
          assertThat(norway.get("verdict").isNull()).isTrue();
          assertThat(norway.get("reasons").toString())
              .contains("NO_WORLD_EXPORTS", "NO_EXPORT_REPORT");
        });
  }

  @Test
  void theWorldIsTooWideToAskForAllDependencies() {
    given().get("/trade/v1/dependencies").then().statusCode(400);
    given()
        .queryParams(Map.of("importer", "NOR", "sort", "name"))
        .get("/trade/v1/dependencies")
        .then()
        .statusCode(400);
    given().get("/trade/v1/dependencies/NOR/HS/9999/1999").then().statusCode(404);
  }

  // India's imports stay as they are; what turns its verdict is that the world's exports gather.
  @Test
  void aVerdictThatTheWorldTurnsIsTold() {
    var indicators = new Topic("trade.indicators.v1");
    var source = "geodep-told";
    var rows = new ArrayList<String>();
    for (String year : List.of("2021", "2022")) {
      rows.add("%s,CHN,W00,X,281410,500".formatted(year));
      rows.add("%s,AUS,W00,X,281410,500".formatted(year));
      rows.add("%s,BRA,W00,X,281410,500".formatted(year));
      rows.add("%s,IND,W00,X,281410,1".formatted(year));
      rows.add("%s,IND,CHN,M,281410,90".formatted(year));
      rows.add("%s,IND,W00,M,281410,90".formatted(year));
      OTHERS.forEach(other -> rows.add("%s,%s,CHN,M,0102,1".formatted(year, other)));
    }
    imported(HEADER + String.join("\n", rows) + "\n", source);
    eventually(
        () ->
            assertThat(dependency(source, "IND", "281410", "2022").get("verdict").asText())
                .isEqualTo("NOT_DEPENDENT"));
    imported(HEADER + "2021,CHN,W00,X,281410,50000\n2022,CHN,W00,X,281410,50000\n", source);
    var told =
        indicators.await(
            1,
            record ->
                record.value().contains("\"source\":\"" + source + "\"")
                    && record.value().contains("\"dependency\":{\"verdict\":\"DEPENDENT\""));
    assertThat(told).isNotEmpty();
    var event = Api.json(told.getFirst().value());
    assertThat(event.at("/dependency/verdict").asText()).isEqualTo("DEPENDENT");
    assertThat(event.at("/dependency/changed").booleanValue()).isTrue();
    assertThat(event.get("current")).isEqualTo(event.get("previous"));
    assertThat(Contracts.violations("trade.indicators.v1", told.getFirst().value())).isEmpty();
  }

  private static List<String> bought(String year, int fromChina) {
    int rest = (100 - fromChina) / 3;
    return Stream.of("CHN:" + fromChina, "AUS:" + rest, "BRA:" + rest, "CAN:" + rest)
        .map(part -> part.split(":", 2))
        .map(part -> "%s,NOR,%s,M,0101,%s".formatted(year, part[0], part[1]))
        .toList()
        .stream()
        .collect(
            () -> new ArrayList<>(List.of("%s,NOR,W00,M,0101,100".formatted(year))),
            ArrayList::add,
            ArrayList::addAll);
  }

  private static JsonNode dependency(
      String source, String importer, String product, String period) {
    var items =
        Api.items(
            "/trade/v1/dependencies",
            Map.of("source", source, "importer", importer, "product", product, "period", period));
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private static JsonNode exports(Map<String, String> query) {
    var items = Api.items("/trade/v1/export-concentrations", query);
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private static List<String> texts(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.get(field).asText())
        .toList();
  }
}
