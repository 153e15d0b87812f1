package dev.supporters.tagging.rule;

/** Gives a tag to the calls for which an expression holds. */
public record Rule(String name, String tag, String expression, boolean enabled) {}
