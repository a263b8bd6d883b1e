package org.ecosec.investment;

import io.quarkus.test.junit.QuarkusTest;
import org.ecosec.platform.testing.OpenApiSnapshot;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class OpenApiTest {

  @Test
  void theServedDescriptionIsTheCommittedOne() {
    OpenApiSnapshot.check("investment-service", "/investment/v1/openapi");
  }
}
