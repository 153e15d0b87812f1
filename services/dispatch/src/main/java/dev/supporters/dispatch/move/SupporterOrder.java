package dev.supporters.dispatch.move;

import dev.supporters.contract.DriverId;

/** Random numbers by seed and driver, which do not depend on who else is at work. */
final class SupporterOrder {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private SupporterOrder() {}

    /** Any number, the same for the same seed and driver. */
    static long key(long seed, DriverId driver) {
        String id = driver.value();
        long hash = FNV_OFFSET;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * FNV_PRIME;
        }
        return mixed(hash ^ mixed(seed + GOLDEN_GAMMA));
    }

    /** The same as a number from 0 to 1, without 1. */
    static double share(long seed, DriverId driver) {
        return (key(seed, driver) >>> 11) * 0x1.0p-53;
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
