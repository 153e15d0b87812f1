package dev.supporters.mlgateway.travel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneId;

class NightTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:00:00Z, false", // 21:00 in Seoul
        "2026-11-20T14:59:59Z, false",
        "2026-11-20T15:00:00Z, true",
        "2026-11-20T16:00:00Z, true",
        "2026-11-20T20:59:59Z, true",
        "2026-11-20T21:00:00Z, false"
    })
    void fewLinesRunFromMidnightToSixOfTheRegionsTime(Instant now, boolean afterMidnight) {
        assertThat(NightTime.afterMidnight(now, ZoneId.of("Asia/Seoul"))).isEqualTo(afterMidnight);
    }
}
