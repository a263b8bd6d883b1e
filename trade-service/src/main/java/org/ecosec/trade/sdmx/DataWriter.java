package org.ecosec.trade.sdmx;

import java.io.IOException;
import java.time.Instant;

/** Writes an answer while its rows come, keeping no more of them than the codes that occurred. */
sealed interface DataWriter permits JsonDataWriter, CsvDataWriter, XmlDataWriter {

  /** Of the message: the same for the same revision, so that the bytes are the same too. */
  record Header(String id, Instant prepared) {}

  void begin(Header header) throws IOException;

  void beginDataSet(Action action) throws IOException;

  void row(DataRow row) throws IOException;

  void endDataSet() throws IOException;

  void end() throws IOException;
}
