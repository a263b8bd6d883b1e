package org.ecosec.investment.imports;

import com.fasterxml.jackson.databind.JsonNode;

/** What IATI says of a project beyond what a project is here. */
record ActivityBody(String id, String identifier, String publisher, JsonNode details) {}
