package dev.supporters.testkit.hostile;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values as people who mean no good send them, and the edges of numbers. */
public final class RandomValues {

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\u0000",
                    "a\nb",
                    "\u202eabc",
                    "\u200b",
                    "\u2003",
                    "7",
                    "-0",
                    "1e300",
                    "NaN",
                    "-90.0000000001",
                    "٣٧.٥",
                    "ａ",
                    "a/b",
                    "../../etc/passwd",
                    "a:b:c",
                    "driver:",
                    ":1",
                    "2026-02-30",
                    "2026-11-20",
                    "0000-00-00",
                    "24:00",
                    "won",
                    "XXX",
                    "{\"$gt\":\"\"}",
                    "$where",
                    "'; drop table calls; --",
                    "${jndi:ldap://127.0.0.1/a}",
                    "%s%n%x",
                    "=1+1",
                    "<script>alert(1)</script>",
                    "null",
                    "true",
                    "🚗",
                    "x" + "🚗".repeat(60),
                    "x".repeat(65),
                    "x".repeat(20_000),
                    "9".repeat(3000));

    private static final long[] NUMBERS = {
        0, 1, -1, 2, 18_000, 1L << 31, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final double[] FRACTIONS = {
        0,
        -0.0,
        1,
        -1,
        37.5,
        90.0000001,
        180.1,
        1e300,
        Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private RandomValues() {}

    /** Where tests begin: always the same, or {@code -Dsupporters.hostile.seed}. */
    public static long seed() {
        return Long.getLong("supporters.hostile.seed", 1);
    }

    /** How many of its inputs a test sends: usually so many, or {@code -Dsupporters.hostile}. */
    public static int count(int usual) {
        return Integer.getInteger("supporters.hostile", usual);
    }

    public static String text(RandomGenerator random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    public static long number(RandomGenerator random) {
        return random.nextBoolean() ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextLong();
    }

    public static double fraction(RandomGenerator random) {
        return FRACTIONS[random.nextInt(FRACTIONS.length)];
    }

    /** Some bytes changed, cut off or added. */
    public static byte[] damaged(byte[] bytes, RandomGenerator random) {
        byte[] damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
        int changes = random.nextInt(1, 4);
        for (int i = 0; i < changes && damaged.length > 0; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }
}
