package dev.supporters.work.begin;

/** What an hour is paid, in the currency's minor unit, and whether rest is paid. */
public record Pay(long hourlyWage, String currency, boolean restPaid) {}
