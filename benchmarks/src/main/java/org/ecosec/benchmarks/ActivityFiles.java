package org.ecosec.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Made-up IATI 2.03 activities with their transactions, the same at every run, and the transactions
 * as PostgreSQL's COPY takes them. Each activity has a commitment and then disbursements.
 */
record ActivityFiles(Path iati, Path copy, long activities, long transactions) {
  private static final String PUBLISHER = "XM-BENCH";
  private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
  private static final int DAYS = 4_000;

  static ActivityFiles write(Path directory, String name, long activities, long transactions)
      throws IOException {
    Files.createDirectories(directory);
    var files =
        new ActivityFiles(
            directory.resolve(name + ".xml"),
            directory.resolve(name + ".copy"),
            activities,
            transactions);
    try (Writer iati = Files.newBufferedWriter(files.iati(), UTF_8);
        Writer copy = Files.newBufferedWriter(files.copy(), UTF_8)) {
      iati.write(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n");
      for (long i = 0; i < activities; i++) {
        long from = i * transactions / activities;
        long to = (i + 1) * transactions / activities;
        files.activity(iati, copy, i, from, to);
      }
      iati.write("</iati-activities>\n");
    }
    return files;
  }

  /** The id of an activity's project. */
  static String project(long activity) {
    return "xm-bench-" + activity;
  }

  private void activity(Writer iati, Writer copy, long number, long from, long to)
      throws IOException {
    iati.write(
        """
        <iati-activity xml:lang="en" default-currency="USD">
        <iati-identifier>%s-%d</iati-identifier>
        <reporting-org ref="%s" type="15"><narrative>A bank</narrative></reporting-org>
        <title><narrative>Project %d</narrative></title>
        <description><narrative>What it builds, where, and for whom.</narrative></description>
        <participating-org role="1" type="15"><narrative>A bank</narrative></participating-org>
        <activity-status code="2"/>
        <activity-date type="2" iso-date="2014-01-01"/>
        <activity-date type="3" iso-date="2030-12-31"/>
        <recipient-country code="IN"/>
        <sector code="21030"/>
        """
            .formatted(PUBLISHER, number, PUBLISHER, number));
    for (long nth = from; nth < to; nth++) {
      var day = FIRST.plusDays(nth * 31 % DAYS).toString();
      long amount = 1_000 + nth * 7_919 % 1_000_000;
      boolean first = nth == from;
      iati.write(
          """
          <transaction ref="%d"><transaction-type code="%d"/><transaction-date iso-date="%s"/>\
          <value value-date="%s">%d</value><provider-org><narrative>A bank</narrative></provider-org>\
          <flow-type code="21"/></transaction>
          """
              .formatted(nth, first ? 2 : 3, day, day, amount));
      var type = first ? "COMMITMENT" : "DISBURSEMENT";
      copy.write(
          String.join(
              "\t",
              "t-%032x".formatted(nth * 0x9E3779B97F4A7C15L),
              "1",
              project(number),
              type,
              Long.toString(amount),
              "USD",
              day,
              "A bank",
              "PUBLIC",
              "2026-01-01 00:00:00Z",
              "IATI: " + PUBLISHER + "-" + number,
              "PUBLIC"));
      copy.write('\n');
    }
    iati.write("</iati-activity>\n");
  }
}
