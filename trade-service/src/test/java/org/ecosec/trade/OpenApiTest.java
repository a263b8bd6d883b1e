package org.ecosec.trade;

import io.quarkus.test.junit.QuarkusTest;
import org.ecosec.platform.testing.OpenApiSnapshot;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class OpenApiTest {

  @Test
  void theServedDescriptionIsTheCommittedOne() {
    OpenApiSnapshot.check("trade-service", "/trade/v1/openapi");
  }
}
