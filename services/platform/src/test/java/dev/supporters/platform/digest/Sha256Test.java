package dev.supporters.platform.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;

class Sha256Test {

    /** The examples of FIPS 180-2. */
    private static final String OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final String OF_NOTHING =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void aTextHasTheDigestOfTheStandard() {
        assertThat(Sha256.hex("abc")).isEqualTo(OF_ABC);
        assertThat(Sha256.hex("")).isEqualTo(OF_NOTHING);
        assertThat(Sha256.of("abc")).isEqualTo(HexFormat.of().parseHex(OF_ABC));
    }

    @Test
    void aTextCountsByItsBytesInUtf8() {
        assertThat(Sha256.of("콜")).isEqualTo(Sha256.of(HexFormat.of().parseHex("ecbd9c")));
    }
}
