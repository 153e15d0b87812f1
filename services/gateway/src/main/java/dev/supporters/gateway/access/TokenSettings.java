package dev.supporters.gateway.access;

import java.util.List;
import java.util.Locale;

/**
 * Whose tokens are let in.
 *
 * @param issuer their claim `iss`
 * @param keys where the issuer's keys are
 * @param audiences for one of whom they must be: their claim `aud`
 * @param development whether the issuer is one for development, which needs no audience and no TLS
 */
public record TokenSettings(
        String issuer, String keys, List<String> audiences, boolean development) {

    private static final String EXCEPT_IN_DEVELOPMENT =
            ", or supporters.gateway.tokens.development=true where no stranger can come";

    public TokenSettings {
        audiences = List.copyOf(audiences);
    }

    /**
     * Accepts settings by which only tokens for this product are let in, with keys that nobody could exchange on the way.
     *
     * @throws IllegalStateException for others, with what to set
     */
    public void check() {
        if (development) {
            return;
        }
        requireTls(issuer, "supporters.gateway.issuer");
        requireTls(keys, "supporters.gateway.jwks");
        if (audiences.isEmpty()) {
            throw new IllegalStateException(
                    "mp.jwt.verify.audiences: found nothing (expected: whom the tokens are for, their claim aud, so that those of other applications are turned away"
                            + EXCEPT_IN_DEVELOPMENT
                            + ")");
        }
    }

    private static void requireTls(String address, String setting) {
        if (address.isBlank() || address.toLowerCase(Locale.ROOT).startsWith("http://")) {
            throw new IllegalStateException(
                    setting
                            + ": "
                            + (address.isBlank() ? "found nothing" : address)
                            + " (expected: https://…"
                            + EXCEPT_IN_DEVELOPMENT
                            + ")");
        }
    }
}
