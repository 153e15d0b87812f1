package dev.supporters.stand;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The secrets of one run of the stand; never written to a file. */
public record StandSecrets(String serviceToken, String legacyToken) {

    public static StandSecrets random() {
        return new StandSecrets(token(), token());
    }

    private static String token() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
