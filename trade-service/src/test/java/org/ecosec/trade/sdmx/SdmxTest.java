package org.ecosec.trade.sdmx;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.http.Etags;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealTrade
class SdmxTest {

  private static final String DATA = "/trade/sdmx/v2/data/dataflow/ECOSEC/TRADE/1.0.0/";
  private static final String KEY = "A.*.*.*.*.*.sdmx";
  private static final String CSV = "application/vnd.sdmx.data+csv;version=2.0.0";
  private static final String JSON = "application/vnd.sdmx.data+json;version=2.0.0";
  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n";

  private final DataRows rows;
  private final Codelists codelists;
  private final Etags etags;
  private final ObjectMapper json;

  SdmxTest(DataRows rows, Codelists codelists, Etags etags, ObjectMapper json) {
    this.rows = rows;
    this.codelists = codelists;
    this.etags = etags;
    this.json = json;
  }

  // Only the first time changes anything.
  @BeforeEach
  void someTrade() {
    imported(
        HEADER
            + "2019,JPN,CHN,M,2504,10\n2020,JPN,CHN,M,2504,20\n2021,JPN,CHN,M,2504,30\n"
            + "2020,JPN,BRA,M,2504,5\n2020,IND,CHN,M,2822,7\n",
        "sdmx");
  }

  @Test
  void jsonHasTheNumbersOfTheCodesAndKeepsTheSchema() throws IOException {
    var body =
        get(KEY).header("Content-Type", endsWith("+json;version=2.0.0")).extract().asString();

    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("/sdmx/data-message-2.0.0.schema.json"), InputFormat.JSON);
    assertThat(schema.validate(body, InputFormat.JSON)).isEmpty();
    get(KEY)
        .body("data.dataSets[0].action", equalTo("Information"))
        .body("data.structures[0].dimensions.series[1].values.id", contains("IND", "JPN"))
        .body("data.structures[0].dimensions.series[1].values.name", contains("India", "Japan"))
        .body("data.dataSets[0].series.'0:1:0:0:0:1:0'.observations.'1'[0]", equalTo(10));
  }

  @Test
  void everyShapeOfAnAnswerKeepsTheSchema() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("/sdmx/data-message-2.0.0.schema.json"), InputFormat.JSON);
    for (String query :
        List.of(
            "dimensionAtObservation=AllDimensions",
            "measures=none&attributes=none",
            "updatedAfter=2020-01-01T00:00:00Z",
            "attributes=OBS_STATUS")) {
      var body = get(KEY + "?" + query).extract().asString();
      assertThat(schema.validate(body, InputFormat.JSON)).as(query).isEmpty();
    }
    assertThat(schema.validate("{\"meta\":{},\"data\":{}}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void csvHasALineForEachObservationInTheOrderOfKeyAndTime() {
    assertThat(lines("A.JPN.*.IMPORT.*.2504.sdmx"))
        .containsExactly(
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REPORTER,PARTNER,FLOW,CLASSIFICATION,PRODUCT,SOURCE,TIME_PERIOD,OBS_VALUE,NET_WEIGHT,QUANTITY,UNIT_MEASURE,QUANTITY_UNIT,VALUATION,OBS_STATUS",
            "dataflow,ECOSEC:TRADE(1.0.0),I,A,JPN,BRA,IMPORT,HS,2504,sdmx,2020,5,,,USD,,CIF,A",
            "dataflow,ECOSEC:TRADE(1.0.0),I,A,JPN,CHN,IMPORT,HS,2504,sdmx,2019,10,,,USD,,CIF,A",
            "dataflow,ECOSEC:TRADE(1.0.0),I,A,JPN,CHN,IMPORT,HS,2504,sdmx,2020,20,,,USD,,CIF,A",
            "dataflow,ECOSEC:TRADE(1.0.0),I,A,JPN,CHN,IMPORT,HS,2504,sdmx,2021,30,,,USD,,CIF,A");
    var labelled =
        given()
            .accept(CSV + ";labels=both;keys=series")
            .get(DATA + "A.IND.*.*.*.*.sdmx")
            .asString();
    assertThat(labelled.lines().toList().get(1))
        .startsWith("dataflow,\"ECOSEC:TRADE(1.0.0): Trade by reporter, partner and product\",I,")
        .contains("A.IND.CHN.IMPORT.HS.2822.sdmx,A: Annual,IND: India,CHN: China,IMPORT: Imports");
  }

  // The meaning of each filter is the table of operators of SDMX REST 2.2.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          c[TIME_PERIOD]=ge:2020+le:2020                  | 20 5 7
          c[TIME_PERIOD]=2019,2021                        | 10 30
          c[REPORTER]=IND                                 | 7
          c[PRODUCT]=sw:25&c[PARTNER]=ne:CHN              | 5
          c[PRODUCT]=co:82                                | 7
          c[PRODUCT]=nc:82&c[TIME_PERIOD]=lt:2020         | 10
          c[PRODUCT]=ew:04&c[TIME_PERIOD]=gt:2020         | 30
          c[OBS_VALUE]=ge:20                              | 20 30
          c[TIME_PERIOD]=ge:2019+le:2019,ge:2021          | 10 30
          startPeriod=2020&endPeriod=2020                 | 20 5 7
          firstNObservations=1                            | 10 5 7
          lastNObservations=1                             | 30 5 7
          offset=1&limit=2                                | 5 10
          """)
  void filtersMeanWhatTheStandardSays(String query, String values) {
    var found = lines(KEY + "?" + query).stream().skip(1).map(line -> line.split(",", -1)[11]);
    assertThat(found).containsExactlyInAnyOrder(values.strip().split(" ", -1));
  }

  @Test
  void manyKeysAtOnceAndKeysCutShort() {
    assertThat(lines("A.IND.*.*.*.*.sdmx,A.JPN.BRA.*.*.*.sdmx")).hasSize(3);
    assertThat(lines("A.IND.CHN.IMPORT.HS?c[SOURCE]=sdmx")).hasSize(2);
    assertThat(lines("*?c[SOURCE]=sdmx")).hasSize(6);
    assertThat(given().accept(CSV).get("/trade/sdmx/v2/data?c[SOURCE]=sdmx").asString().lines())
        .hasSize(6);
  }

  @Test
  void deltasTellWhatCameAndWasRevisedAndAsOfTellsWhatWasKnown() {
    var source = "sdmx-delta";
    imported(HEADER + "2020,JPN,CHN,M,2504,1\n2021,JPN,CHN,M,2504,2\n", source);
    var between = Instant.now();
    imported(HEADER + "2020,JPN,CHN,M,2504,9\n2022,JPN,CHN,M,2504,3\n", source);
    var key = "*.*.*.*.*.*." + source;

    assertThat(lines(key + "?asOf=" + between)).hasSize(3);
    assertThat(lines(key + "?updatedAfter=" + between))
        .satisfiesExactly(
            header -> assertThat(header).startsWith("STRUCTURE"),
            revised -> assertThat(revised).contains(",R,A,JPN").contains(",2020,9,"),
            added -> assertThat(added).contains(",R,A,JPN").contains(",2022,3,"));
    assertThat(lines(key)).hasSize(4);
    given().get(DATA + key + "?updatedAfter=" + Instant.now()).then().statusCode(204);
  }

  // A complete file of a slice says by what it lacks what is withdrawn.
  @Test
  void whatIsGoneIsADeleteDataSetOfItsOwn() throws IOException {
    var source = "sdmx-gone";
    imported(HEADER + "2020,JPN,CHN,M,2504,1\n2020,JPN,BRA,M,2504,2\n", source);
    var between = Instant.now();
    imported(
        (HEADER + "2020,JPN,CHN,M,2504,1\n").getBytes(UTF_8),
        Map.of("format", "comtrade", "source", source, "mode", "complete"));
    var key = "*.*.*.*.*.*." + source;
    var delta = key + "?updatedAfter=" + between;

    assertThat(lines(delta))
        .satisfiesExactly(
            header -> assertThat(header).startsWith("STRUCTURE"),
            gone -> assertThat(gone).contains(",D,A,JPN,BRA,").contains(",2020,2,"));
    var body = get(delta).extract().asString();
    get(delta)
        .body("data.dataSets.action", contains("Replace", "Delete"))
        .body("data.dataSets[0].series.size()", equalTo(0))
        .body("data.dataSets[1].series.size()", equalTo(1))
        .body("data.structures[0].dimensions.series[2].values.id", contains("BRA"));
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("/sdmx/data-message-2.0.0.schema.json"), InputFormat.JSON);
    assertThat(schema.validate(body, InputFormat.JSON)).isEmpty();
    assertThat(lines(key)).hasSize(2);
    assertThat(lines(key + "?asOf=" + between)).hasSize(3);

    // Back again with another value: revised for whoever knew it, not deleted.
    imported(HEADER + "2020,JPN,BRA,M,2504,3\n", source);
    assertThat(lines(delta))
        .satisfiesExactly(
            header -> assertThat(header).startsWith("STRUCTURE"),
            back -> assertThat(back).contains(",R,A,JPN,BRA,").contains(",2020,3,"));
  }

  @Test
  void theSameInstantGivesTheSameBytesAndAKnownTagIs304() {
    var asOf = Instant.now();
    var query = KEY + "?asOf=" + asOf;
    var first = get(query).extract();
    imported(HEADER + "2020,FRA,CHN,M,2504,1\n", "sdmx-later");

    assertThat(get(query).extract().asByteArray()).isEqualTo(first.asByteArray());
    given()
        .header("If-None-Match", first.header("ETag"))
        .get(DATA + query)
        .then()
        .statusCode(304)
        .body(equalTo(""));
    assertThat(get(KEY).extract().header("ETag")).isNotEqualTo(first.header("ETag"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          data/dataflow/ECOSEC/TRADE/1.0.0/A.XXX                                | 204 |
          data/dataflow/OECD/TRADE                                              | 404 | no-such-dataflow
          data/dataflow/ECOSEC/TRADE/9.0.0                                      | 404 | no-such-dataflow
          data/dataflow/ECOSEC/TRADE/1.0.0/A.B.C.D.E.F.G.H                      | 400 | bad-key
          data/dataflow/ECOSEC/TRADE/1.0.0/A'                                   | 400 | bad-key
          data/dataflow/ECOSEC/TRADE?c[COLOUR]=red                              | 400 | bad-component-filter
          data/dataflow/ECOSEC/TRADE?c[OBS_VALUE]=ge:much                       | 400 | bad-component-filter
          data/dataflow/ECOSEC/TRADE?c[FREQ]=like:A                             | 400 | bad-component-filter
          data/dataflow/ECOSEC/TRADE?colour=red                                 | 400 | unknown-parameter
          data/dataflow/ECOSEC/TRADE?limit=0                                    | 400 | bad-number
          data/dataflow/ECOSEC/TRADE?measures=WEIGHT                            | 400 | unknown-component
          data/dataflow/ECOSEC/TRADE?asOf=2020-01-01T00:00:00Z&updatedAfter=2021-01-01T00:00:00Z | 400 | updated-after-as-of
          data/dataflow/ECOSEC/TRADE?includeHistory=true                        | 501 | not-implemented
          data/dataflow/ECOSEC/TRADE?dimensionAtObservation=PARTNER             | 501 | not-implemented
          data/dataflow/ECOSEC/TRADE?sort=PRODUCT:desc                          | 501 | not-implemented
          data/dataflow/ECOSEC/TRADE?format=excel                               | 406 | not-acceptable
          structure/codelist/ECOSEC/CL_NONE                                     | 404 | no-such-artefact
          structure/hierarchy                                                   | 501 | not-implemented
          structure/poem                                                        | 400 | bad-artefacttype
          schema/dataflow/ECOSEC/TRADE                                          | 501 | not-implemented
          metadata/metadataflow                                                 | 501 | not-implemented
          """)
  void statusesAreThoseOfTheStandard(String path, int status, String slug) {
    var answer = request().get("/trade/sdmx/v2/" + path).then().statusCode(status);
    if (slug != null) {
      answer.contentType("application/problem+json").body("type", endsWith(":" + slug));
    }
  }

  @Test
  void whatNobodyOffersIsNotAcceptable() {
    for (String accept : List.of("image/png", "application/vnd.sdmx.data+json;version=1.0.0")) {
      given()
          .accept(accept)
          .get(DATA + KEY)
          .then()
          .statusCode(406)
          .contentType("application/problem+json");
    }
    given().accept("image/png, */*;q=0.1").get(DATA + KEY).then().statusCode(200);
  }

  @Test
  void availabilityIsWhatAQueryWouldFindOrCouldBeWidenedTo() {
    var path = "/trade/sdmx/v2/availability/dataflow/ECOSEC/TRADE/1.0.0/A.IND.*.*.*.*.sdmx";
    var values = "data.dataConstraints[0].cubeRegions[0].keyValues.find{it.id=='%s'}.values.value";
    given()
        .get(path)
        .then()
        .statusCode(200)
        .body(values.formatted("PRODUCT"), contains("2822"))
        .body(values.formatted("REPORTER"), contains("IND"))
        .body("data.dataConstraints[0].annotations.title", contains("1", "1"));
    given()
        .get(path + "?mode=available")
        .then()
        .body(values.formatted("PRODUCT"), contains("2822"))
        .body(values.formatted("REPORTER"), contains("IND", "JPN"));
    given()
        .get(path + "/PRODUCT?references=codelist")
        .then()
        .body("data.dataConstraints[0].cubeRegions[0].keyValues.id", contains("PRODUCT"))
        .body("data.codelists.id", hasItem("CL_PRODUCT"));
  }

  @Test
  void structuresAreFoundByTypeIdItemAndReference() {
    var structure = "/trade/sdmx/v2/structure/";
    given()
        .get(structure + "dataflow/ECOSEC/TRADE/~?references=descendants")
        .then()
        .statusCode(200)
        .contentType("application/vnd.sdmx.structure+json;version=2.0.0")
        .body("data.dataflows.id", contains("TRADE"))
        .body(
            "data.dataStructures[0].dataStructureComponents.dimensionList.dimensions.id",
            contains("FREQ", "REPORTER", "PARTNER", "FLOW", "CLASSIFICATION", "PRODUCT", "SOURCE"))
        .body("data.codelists.id", hasItems("CL_FREQ", "CL_AREA", "CL_PRODUCT", "CL_SOURCE"))
        .body("data.conceptSchemes.id", contains("CS_TRADE"));
    given()
        .get(structure + "codelist/ECOSEC/CL_AREA/1.0.0/JPN,IND")
        .then()
        .body("data.codelists[0].codes.name", contains("India", "Japan"))
        .body("data.codelists[0].isPartial", equalTo(true));
    given()
        .accept("application/vnd.sdmx.structure+xml;version=2.1")
        .get(structure + "codelist/ECOSEC/CL_FLOW?detail=allstubs")
        .then()
        .statusCode(200)
        .body("Structure.Structures.Codelists.Codelist.@id", equalTo("CL_FLOW"));
  }

  // Built by npm sdmx-rest 2.20.0 (getUrl of its data, availability and metadata queries).
  @ParameterizedTest
  @ValueSource(
      strings = {
        "data/dataflow/ECOSEC/TRADE/1.0.0/A.JPN.*.IMPORT.*.2504.sdmx?c[TIME_PERIOD]=ge:2020+le:2021&attributes=dsd&measures=all&includeHistory=false&lastNObservations=2",
        "data/dataflow/ECOSEC/TRADE/1.0.0/*?c[SOURCE]=sdmx&attributes=dsd&measures=all&includeHistory=false&updatedAfter=2020-01-01T00:00:00Z",
        "availability/dataflow/ECOSEC/TRADE/1.0.0/A.IND.*.*.*.*.sdmx/*?mode=available&references=none",
        "structure/datastructure/ECOSEC/TRADE/~?detail=full&references=children",
        "structure/codelist/ECOSEC/CL_AREA/~/JPN?detail=full&references=none"
      })
  void theUrlsOfAnotherClientAreUnderstood(String url) {
    request().get("/trade/sdmx/v2/" + url).then().statusCode(200);
  }

  @Test
  void anAnswerOverTheBoundIsRefusedBeforeItStarts() {
    var narrow =
        new SdmxConfig() {
          @Override
          public long maxObservations() {
            return 4;
          }

          @Override
          public Duration maxTime() {
            return Duration.ofSeconds(10);
          }
        };
    var answer = new DataAnswer(rows, codelists, etags, json, narrow);
    var chosen = new Format.Chosen(Format.DATA_CSV, Map.of());
    assertThatThrownBy(() -> answer.to(ofSource(5), chosen, null))
        .isInstanceOfSatisfying(
            Problem.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(413);
              assertThat(refused.slug()).isEqualTo("answer-too-large");
            });
    assertThat(answer.to(ofSource(4), chosen, null).getStatus()).isEqualTo(200);
  }

  private static DataQuery ofSource(long limit) {
    return new DataQuery(
        new DataQuery.Selection(SeriesKey.parse(KEY), List.of()),
        new DataQuery.Window(null, null, null, limit),
        new DataQuery.Columns(List.of(Component.Measure.OBS_VALUE), List.of(), false),
        Long.MAX_VALUE - 1,
        null);
  }

  private static ValidatableResponse get(String query) {
    return request().accept(JSON).get(DATA + query).then().statusCode(200);
  }

  private static List<String> lines(String query) {
    var answer = request().accept(CSV).get(DATA + query).then().statusCode(200);
    return answer.contentType(CSV).extract().asString().lines().toList();
  }

  // Clients differ in what they encode: these queries are sent as they stand.
  private static RequestSpecification request() {
    return given().urlEncodingEnabled(false);
  }

  private static String resource(String name) throws IOException {
    try (var stream = SdmxTest.class.getResourceAsStream(name)) {
      return new String(java.util.Objects.requireNonNull(stream).readAllBytes(), UTF_8);
    }
  }
}
