package dev.supporters.settlement.ledger;

import dev.supporters.settlement.pay.TimeClass;

import java.time.Instant;

/** A posting; never changed, never deleted. Its seconds are negative where it corrects too many. */
public record LedgerEntry(int number, TimeClass timeClass, long seconds, Instant postTime) {}
