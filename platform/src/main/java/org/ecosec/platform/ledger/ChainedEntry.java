package org.ecosec.platform.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One entry of a hash chain as it is exported, one to a line; numbers count up from 1. */
public record ChainedEntry(
    long number,
    @Schema(description = "The hash of the entry before; 64 zeros before the first")
        String previousHash,
    @Schema(description = "SHA-256 of previousHash, a line feed and the content's canonical JSON")
        String hash,
    @Schema(type = SchemaType.OBJECT, implementation = Object.class) JsonNode content) {}
