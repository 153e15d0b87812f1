package dev.supporters.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;

class PersonalDataTest {

    private static final PersonalData DATA =
            new PersonalData(Set.of("Kim Minjun", "37.49825", "0f3c99aa"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call requested customer=Kim Minjun",
                "no way from 37.49825 on",
                "refused token=0f3c99aa"
            })
    void whatIsKnownIsFoundAsItIs(String line) {
        assertThat(DATA.in(List.of("started", line)))
                .containsExactly("a name, a place or a secret: " + line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    two coordinates | nearest to (37.51231, 127.02764) asked
                    two coordinates | position -33.86881/151.20929 is far
                    a coordinate | place {lat=35.1}
                    a coordinate | "longitude": "127.02"
                    a phone number | told 010-1234-5678
                    a phone number | told +821012345678
                    a token | Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI3In0x.c2ln
                    """)
    void whatLooksLikeItIsFoundToo(String what, String line) {
        assertThat(DATA.in(List.of(line))).containsExactly(what + ": " + line);
    }

    @Test
    void idsNumbersAndTimesAreNone() {
        assertThat(
                        DATA.in(
                                List.of(
                                        "12:00:01.123 INFO started in 1.668s. Listening on: http://127.0.0.1:8101",
                                        "command expired callId=200000000000774001 driverId=1004550",
                                        "circuit breaker changed remote=routing state=OPEN",
                                        "traceId=4bf92f3577b34da6a3ce929d0e0e4736 cost=0.81234 share=0.01234")))
                .isEmpty();
    }
}
