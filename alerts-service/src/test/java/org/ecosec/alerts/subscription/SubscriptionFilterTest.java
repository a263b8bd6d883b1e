package org.ecosec.alerts.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.ecosec.alerts.alert.AlertChanged;
import org.ecosec.alerts.alert.AlertNews;
import org.ecosec.platform.testing.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionFilterTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  /** Against the sample: WARNING, CONCENTRATION, JPN, HS 2504, critical-minerals. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; true",
        "{'severity': 'WARNING'}; true",
        "{'severity': 'INFO'}; true",
        "{'severity': 'CRITICAL'}; false",
        "{'products': ['25']}; true",
        "{'products': ['9999', '2504']}; true",
        "{'products': ['250410']}; false",
        "{'importers': ['IND']}; false",
        "{'importers': ['IND', 'JPN']}; true",
        "{'sectors': ['critical-minerals']}; true",
        "{'sectors': ['pharmaceuticals']}; false",
        "{'sectors': []}; true",
        "{'kinds': ['CONCENTRATION']}; true",
        "{'kinds': ['PLEDGE_PROGRESS']}; false",
        "{'severity': 'WARNING', 'importers': ['IND']}; false"
      })
  void eachPartNarrows(String filter, boolean matches) throws JsonProcessingException {
    var news = JSON.readValue(Contracts.sample("alerts.alerts.v1"), AlertNews.class);
    var change = new AlertChanged(1, news, List.of("2504"), null);
    var wanted = JSON.readValue(filter.replace('\'', '"'), SubscriptionFilter.class);
    assertThat(wanted.matches(change)).isEqualTo(matches);
  }

  @Test
  void anAlertWithoutAnImporterPassesNoFilterOfImportersAndTroublesNobody() throws Exception {
    var pledge = (ObjectNode) JSON.readTree(Contracts.sample("alerts.alerts.v1"));
    ((ObjectNode) pledge.path("subject")).putNull("importer").put("pledgeId", "a-pledge");
    var change = new AlertChanged(1, JSON.treeToValue(pledge, AlertNews.class), List.of(), null);
    assertThat(
            JSON.readValue("{\"importers\": [\"JPN\"]}", SubscriptionFilter.class).matches(change))
        .isFalse();
    assertThat(JSON.readValue("{}", SubscriptionFilter.class).matches(change)).isTrue();
  }
}
