package org.ecosec.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.ecosec.local.Directories;

/** Where one local platform keeps what outlives a start: {@code .local} of the checkout. */
public record StateDirectory(Path path) {
  private static final int SECRET_BYTES = 24;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  public StateDirectory {
    path = path.toAbsolutePath().normalize();
  }

  Path postgres() {
    return path.resolve("postgres");
  }

  Path kafka() {
    return path.resolve("kafka");
  }

  Path keys() {
    return path.resolve("keys");
  }

  Path tokens() {
    return path.resolve("tokens");
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path pids() {
    return path.resolve("pids");
  }

  Path lock() {
    return path.resolve("lock");
  }

  /** Exists when the reference record is in the data. */
  Path referenceRecordLoaded() {
    return path.resolve("reference-record-loaded");
  }

  /** Exists while everything is up. */
  Path ready() {
    return pids().resolve("ready");
  }

  void create() throws IOException {
    if (!Files.exists(path)) {
      Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }
    for (Path folder : List.of(postgres(), kafka(), keys(), tokens(), logs(), pids())) {
      Files.createDirectories(folder);
    }
  }

  /** A random password that is made when it is first asked for and stays the same afterwards. */
  String secret(String name) throws IOException {
    Path file = path.resolve("secrets").resolve(name);
    if (!Files.exists(file)) {
      byte[] random = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(random);
      OwnerOnlyFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return Files.readString(file);
  }

  /** Deletes the data and keeps keys, secrets and logs. */
  void forgetData() throws IOException {
    for (Path folder : List.of(postgres(), kafka(), referenceRecordLoaded())) {
      Directories.delete(folder);
    }
    create();
  }
}
