package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;

class TimeZonesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asia/Seoul",
                "America/New_York",
                "UTC",
                "+09:00",
                "+05:30",
                "+05:45",
                "-03:30",
                "-05:00",
                "+14:00",
                "+14:59",
                "-14:59",
                "Z"
            })
    void aTimeZoneIsANameOrAnOffset(String text) {
        assertThat(TimeZones.parse(text)).isEqualTo(ZoneId.of(text)).hasToString(text);
    }

    @Test
    void anOffsetOfZeroIsReadAgainAsItIsWritten() {
        ZoneId zone = TimeZones.parse("+00:00");

        assertThat(zone.getId()).isEqualTo("Z");
        assertThat(TimeZones.parse(zone.getId())).isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "'', nothing",
        "Seoul, Seoul",
        "Asia/Nowhere, Asia/Nowhere",
        "asia/seoul, asia/seoul",
        "KST, KST",
        "UTC+9, UTC+9",
        "09:00, 09:00",
        "+9, +9",
        "+0900, +0900",
        "+09:60, +09:60",
        "+15:00, +15:00",
        "+25:00, +25:00"
    })
    void anythingElseIsNoTimeZone(String text, String found) {
        assertThatThrownBy(() -> TimeZones.parse(text))
                .hasMessage(
                        "INVALID_ARGUMENT: time_zone: "
                                + found
                                + " (expected: an IANA name like Asia/Seoul, or an offset like +09:00)");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:00:00Z, false", // 21:00 in Seoul
        "2026-11-20T14:59:59Z, false",
        "2026-11-20T15:00:00Z, true",
        "2026-11-20T20:59:59Z, true",
        "2026-11-20T21:00:00Z, false"
    })
    void fewLinesRunFromMidnightToSixOfTheRegionsTime(Instant now, boolean afterMidnight) {
        assertThat(TimeZones.afterMidnight(now, ZoneId.of("Asia/Seoul"))).isEqualTo(afterMidnight);
    }
}
