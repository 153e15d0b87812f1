package dev.supporters.call.path;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Numbers calls that nobody has numbered: the same request gets the same number, on every instance. */
public final class CallNumber {

    /** 18 digits, the first a 9: out of the range of numbers that are made from the time. */
    private static final long FIRST = 900_000_000_000_000_000L;

    private static final BigInteger COUNT = BigInteger.valueOf(100_000_000_000_000_000L);

    private CallNumber() {}

    public static String of(String customerId, String requestId) {
        byte[] hash =
                sha256().digest((customerId + "\n" + requestId).getBytes(StandardCharsets.UTF_8));
        return String.valueOf(FIRST + new BigInteger(1, hash).mod(COUNT).longValueExact());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
