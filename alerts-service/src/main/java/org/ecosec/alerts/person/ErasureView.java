package org.ecosec.alerts.person;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was erased. */
public record ErasureView(
    @Schema(description = "What stays of the person in the ledgers; null for an address")
        @Nullable UUID personId,
    @Schema(description = "Subscriptions that ended, with their addresses and secrets")
        int subscriptionsEnded,
    @Schema(description = "Subscriptions of others that named the address as their contact")
        int contactsRemoved) {}
