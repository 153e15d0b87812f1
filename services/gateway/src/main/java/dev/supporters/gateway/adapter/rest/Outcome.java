package dev.supporters.gateway.adapter.rest;

/** What became of it. */
record Outcome(String outcome) {}
