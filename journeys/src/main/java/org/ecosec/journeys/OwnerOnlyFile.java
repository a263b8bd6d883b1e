package org.ecosec.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file that only its owner may read, so that no moment exists when others could. */
final class OwnerOnlyFile {
  private OwnerOnlyFile() {}

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path draft =
        Files.createTempFile(file.getParent(), file.getFileName().toString(), "", ownerOnly);
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
