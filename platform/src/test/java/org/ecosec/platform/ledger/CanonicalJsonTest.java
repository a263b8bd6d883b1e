package org.ecosec.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @Test
  void keysAreSortedAtEveryDepthAndListsKeepTheirOrder() throws JsonProcessingException {
    assertThat(canonical("{\"b\": [3, 1, {\"z\": null, \"a\": true}], \"a\": {}, \"c\": []}"))
        .isEqualTo("{\"a\":{},\"b\":[3,1,{\"a\":true,\"z\":null}],\"c\":[]}");
  }

  @ParameterizedTest
  @CsvSource({
    "1.50, 1.5",
    "1E+3, 1000",
    "1000, 1000",
    "0.0, 0",
    "-0.0, 0",
    "1e-7, 0.0000001",
    "53602410.658, 53602410.658",
    "10000000000000.00, 10000000000000",
    "0.7603241849735416, 0.7603241849735416"
  })
  void numbersArePlain(String number, String written) throws JsonProcessingException {
    assertThat(canonical("[" + number + "]")).isEqualTo("[" + written + "]");
  }

  @Test
  void textsAreEscapedAsJsonAsksAndNoMore() throws JsonProcessingException {
    assertThat(canonical("[\"\\u9ed2\\u925b \\\"x\\\" \\n\"]")).isEqualTo("[\"黒鉛 \\\"x\\\" \\n\"]");
  }

  private static String canonical(String text) throws JsonProcessingException {
    return new CanonicalJson(JSON).of(JSON.readTree(text));
  }
}
