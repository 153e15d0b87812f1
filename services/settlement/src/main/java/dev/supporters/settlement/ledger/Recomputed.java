package dev.supporters.settlement.ledger;

/** A statement from the events alone, and whether the ledger says the same. */
public record Recomputed(Account account, boolean same) {}
