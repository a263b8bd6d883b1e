package org.ecosec.trade.scenario.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SupplierLossesTest {

  // Product 0: 80 from A, 20 from B; A could spare 40, B 10, C 5. Product 1: 30 from A alone,
  // of which nobody exports more.
  @Test
  void theSupplierWhomNobodyCanReplaceIsWorst() {
    var rows = new ImportRows();
    rows.add(0, 0, 80, 40);
    rows.add(0, 1, 20, 10);
    rows.add(1, 0, 30, 0);
    var losses = SupplierLosses.of(rows, new double[] {55, 0}, 2);

    assertThat(losses.atRiskUsd(0)).isEqualTo(110);
    // 80 less the 15 of B and C, and all 30 of product 1.
    assertThat(losses.residualUsd(0)).isEqualTo(95);
    assertThat(losses.products(0)).isEqualTo(2);
    assertThat(losses.soleSupplies(0)).isEqualTo(1);
    // 20 less the 45 of A and C: nothing is missing.
    assertThat(losses.residualUsd(1)).isZero();
    assertThat(losses.soleSupplies(1)).isZero();
    assertThat(losses.worstFirst()).containsExactly(0, 1);
  }

  @Test
  void aRowOfNothingIsNoSupply() {
    var rows = new ImportRows();
    rows.add(0, 0, 0, 0);
    var losses = SupplierLosses.of(rows, new double[] {0}, 1);
    assertThat(losses.products(0)).isZero();
    assertThat(losses.soleSupplies(0)).isZero();
  }

  @Test
  void rowsGrow() {
    var rows = new ImportRows();
    for (int i = 0; i < 5_000; i++) {
      rows.add(i, i % 7, 1, 0);
    }
    assertThat(rows.size()).isEqualTo(5_000);
    assertThat(SupplierLosses.of(rows, new double[5_000], 7).atRiskUsd(0)).isEqualTo(715);
  }
}
