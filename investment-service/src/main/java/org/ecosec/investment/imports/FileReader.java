package org.ecosec.investment.imports;

import java.io.InputStream;

/** Finds in a file of one format what it states. */
sealed interface FileReader permits CsvRows, ProfiledRows, ActivityRows {
  void read(InputStream file, Intake intake);
}
