package org.ecosec.platform.sample;

import jakarta.ws.rs.Path;
import org.ecosec.platform.audit.AuditEntries;
import org.ecosec.platform.audit.AuditLedger;
import org.ecosec.platform.ledger.CanonicalJson;
import org.ecosec.platform.security.Clearance;

/** The ledger as a service offers it. */
@Path("/sample/v1/audit-entries")
public class SampleAudit extends AuditEntries {
  SampleAudit(AuditLedger ledger, CanonicalJson canonical, Clearance clearance) {
    super(ledger, canonical, clearance);
  }
}
