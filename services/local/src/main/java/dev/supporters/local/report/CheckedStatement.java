package dev.supporters.local.report;

import dev.supporters.proto.settlement.v1.Statement;

/** A statement, and whether settlement's own recomputation came out the same. */
public record CheckedStatement(Statement statement, boolean same) {}
