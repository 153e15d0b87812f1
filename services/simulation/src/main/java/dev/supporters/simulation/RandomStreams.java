package dev.supporters.simulation;

import java.util.SplittableRandom;

/** A stream of random numbers for each entity, so that one more of a kind changes nothing for the others. */
public record RandomStreams(long seed) {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    public SplittableRandom of(String kind, long number) {
        long key = mixed(seed + GOLDEN_GAMMA);
        for (int i = 0; i < kind.length(); i++) {
            key = mixed(key ^ (kind.charAt(i) * GOLDEN_GAMMA));
        }
        return new SplittableRandom(mixed(key ^ (number * GOLDEN_GAMMA)));
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
