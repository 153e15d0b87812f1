package dev.supporters.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A customer for those who may not know her: whoever has her id can tell that it is hers, nobody reads the id from it. Not a secret: ids
 * that can be counted through can be tried.
 */
public final class CustomerDigest {

    private static final String PREFIX = "supporters.dev/customer/";
    private static final int BYTES = 16;

    private CustomerDigest() {}

    public static String of(String customerId) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((PREFIX + customerId).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
