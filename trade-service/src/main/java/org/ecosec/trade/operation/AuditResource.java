package org.ecosec.trade.operation;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.audit.AuditEntries;
import org.ecosec.platform.audit.AuditLedger;
import org.ecosec.platform.ledger.CanonicalJson;
import org.ecosec.platform.security.Clearance;

/** The audit ledger of this service. */
@Path("/trade/v1/audit-entries")
@Tag(name = "Operation")
public class AuditResource extends AuditEntries {

  AuditResource(AuditLedger ledger, CanonicalJson canonical, Clearance clearance) {
    super(ledger, canonical, clearance);
  }
}
