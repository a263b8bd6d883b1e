package org.ecosec.platform.outbox;

import io.smallrye.config.ConfigMapping;

/** Where the relay opens its own connection: the service's database, as the application role. */
@ConfigMapping(prefix = "ecosec.database")
public interface RelayDatabase {

  String url();

  String appUser();

  String appPassword();

  String ownerUser();

  String ownerPassword();
}
