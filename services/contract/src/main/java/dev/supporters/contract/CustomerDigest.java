package dev.supporters.contract;

import dev.supporters.platform.digest.Sha256;

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
        return HexFormat.of().formatHex(Sha256.of(PREFIX + customerId), 0, BYTES);
    }
}
