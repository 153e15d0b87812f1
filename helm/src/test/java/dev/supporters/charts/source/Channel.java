package dev.supporters.charts.source;

/** What an incoming channel reads, and as which consumer group. */
public record Channel(String topic, String group) {}
