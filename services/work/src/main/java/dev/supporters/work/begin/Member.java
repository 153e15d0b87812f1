package dev.supporters.work.begin;

/** A member of the supporters group: in which region, and whether taking part at present. */
public record Member(String region, boolean active) {}
