package org.ecosec.investment.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ecosec.investment.iati.Place;
import org.jspecify.annotations.Nullable;

/**
 * One fact as a file states it, in the fields of the API's body. {@code body} is what the file says
 * and may revise; {@code otherwise} holds for a new fact what the file does not say.
 */
record Stated(
    FactKind kind,
    long part,
    Place place,
    ObjectNode body,
    ObjectNode otherwise,
    @Nullable ObjectNode vintage,
    boolean counted) {}
