package dev.supporters.load.floor;

/** A document of the store, as it was last written. */
record FloorDocument(String driverId, long version) {}
