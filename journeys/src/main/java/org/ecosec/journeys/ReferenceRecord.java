package org.ecosec.journeys;

import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;

/** Placeholder until the APIs are known. */
record ReferenceRecord(URI edge, String stewardToken, Consumer<String> progress) {
  void load() throws IOException, InterruptedException {}
}
