package org.ecosec.trade.operation;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.outbox.Republication;
import org.ecosec.platform.outbox.Republications;

/** The state of this service's compacted topics, sent again. */
@Path("/trade/v1/republications")
@Tag(name = "Operation")
public class RepublicationResource extends Republications {

  RepublicationResource(Republication republication) {
    super(republication);
  }
}
