package dev.supporters.gateway.adapter.legacy;

/** Why the legacy system will not. */
record LegacyError(String error) {}
