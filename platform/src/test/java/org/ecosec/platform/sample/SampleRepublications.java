package org.ecosec.platform.sample;

import jakarta.ws.rs.Path;
import org.ecosec.platform.outbox.Republication;
import org.ecosec.platform.outbox.Republications;

/** The republication as a service offers it. */
@Path("/sample/v1/republications")
public class SampleRepublications extends Republications {
  SampleRepublications(Republication republication) {
    super(republication);
  }
}
