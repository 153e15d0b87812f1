package dev.supporters.simulation;

/** A place on the map, in degrees (WGS 84). */
public record Point(double lat, double lng) {}
