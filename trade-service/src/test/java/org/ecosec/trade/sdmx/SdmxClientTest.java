package org.ecosec.trade.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ecosec.trade.Files.imported;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import it.bancaditalia.oss.sdmx.api.PortableTimeSeries;
import it.bancaditalia.oss.sdmx.client.RestSdmx30Client;
import it.bancaditalia.oss.sdmx.exceptions.SdmxException;
import java.net.URI;
import java.util.List;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.Test;

/** The Bank of Italy's SDMX connectors read the interface, as they are. */
@QuarkusTest
@RealTrade
class SdmxClientTest {

  @Test
  void anUnmodifiedClientFindsTheDataflowItsStructureAndASeries() throws SdmxException {
    imported(
        """
        period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue,netWgt
        2019,JPN,CHN,M,2504,81.5,7
        2021,JPN,CHN,M,2504,90.25,9
        2020,JPN,CHN,M,2504,85,8
        2020,JPN,BRA,M,2504,4,1
        """,
        "sdmx-client");
    var service = URI.create("http://localhost:" + RestAssured.port + "/trade/sdmx/v2");
    var client = new RestSdmx30Client("ECOSEC", service, false, false, true);

    var dataflow = client.getDataflow("TRADE", "ECOSEC", "+");
    var structure = client.getDataFlowStructure(dataflow.getDsdIdentifier(), true);
    var found = series(client, dataflow, structure, "A.JPN.CHN.IMPORT..2504.sdmx-client");

    assertThat(dataflow.getName()).contains("Trade by reporter, partner and product");
    assertThat(structure.getDimensions())
        .extracting(dimension -> dimension.getId())
        .containsExactly(
            "FREQ", "REPORTER", "PARTNER", "FLOW", "CLASSIFICATION", "PRODUCT", "SOURCE");
    assertThat(structure.getDimension("PRODUCT").getCodeList().get("250410"))
        .startsWith("Graphite");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst())
        .extracting(
            observation -> observation.getTimeslot(),
            observation -> observation.getValueAsDouble(),
            observation -> observation.getAttributeValue("NET_WEIGHT"))
        .containsExactly(
            tuple("2019", 81.5, "7"), tuple("2020", 85.0, "8"), tuple("2021", 90.25, "9"));
    assertThat(found.getFirst().getDimension("REPORTER")).isEqualTo("JPN");
  }

  private static List<PortableTimeSeries<Double>> series(
      RestSdmx30Client client,
      it.bancaditalia.oss.sdmx.api.Dataflow dataflow,
      it.bancaditalia.oss.sdmx.api.DataFlowStructure structure,
      String key)
      throws SdmxException {
    return client.getTimeSeries(dataflow, structure, key, "2019", "2021", false, null, false);
  }
}
