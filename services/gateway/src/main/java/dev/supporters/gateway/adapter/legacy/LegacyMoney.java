package dev.supporters.gateway.adapter.legacy;

/** An amount in the currency's minor unit, as the legacy system writes it. */
record LegacyMoney(long amount, String currency) {}
