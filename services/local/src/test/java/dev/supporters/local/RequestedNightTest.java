package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.local.options.InvalidOptionException;
import dev.supporters.local.options.LocalOptions;
import dev.supporters.simulation.Night;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class RequestedNightTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir Path folder;

    private final List<String> said = new ArrayList<>();
    private Path file;

    @BeforeEach
    void writeANightInUtc() throws IOException {
        file = folder.resolve("night.csv");
        Files.writeString(
                file,
                """
                requested_at,origin_lat,origin_lng,destination_lat,destination_lng,fare
                2026-11-20T17:30:00Z,12.9716,77.5946,12.9352,77.6245,25000
                2026-11-20T17:45:00Z,12.9784,77.6408,12.9279,77.6271,31000
                """);
    }

    @Test
    void theZoneAndTheCurrencyOfTheFileAreThoseOfThePlace() {
        Night night = requested(Map.of());

        assertThat(night.calls()).hasSize(2);
        assertThat(said).singleElement().asString().contains("Asia/Kolkata").contains("INR");
    }

    @Test
    void theZoneAndTheCurrencyOfTheFileAreThoseThatWereGiven() {
        requested(Map.of("zone", "+05:30", "currency", "usd"));

        assertThat(said).singleElement().asString().contains("+05:30").contains("USD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone|Seoul|-Dzone=Seoul (expected: an IANA name like Asia/Seoul, or an offset like +05:30 or UTC-5)",
                "currency|won|-Dcurrency=won (expected: an ISO 4217 code like KRW)"
            })
    void aZoneOrCurrencyThatThereIsNotIsAnsweredWithOneLine(
            String name, String value, String line) {
        assertThatThrownBy(() -> requested(Map.of(name, value)))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(line);
    }

    @Test
    void anotherZoneIsAnotherNight() {
        assertThat(options(Map.of("zone", "UTC")).nightKey())
                .isNotEqualTo(options(Map.of()).nightKey());
    }

    @Test
    void demandIsLearnedFromEarlierNightsOfTheSameCityInTheFolder() throws IOException {
        // Given: a week before, a week after, of another city, and no night at all
        copy("before.csv", "2026-11-13", "12.9");
        copy("after.csv", "2026-11-27", "12.9");
        copy("delhi.csv", "2026-11-13", "28.6");
        Files.writeString(folder.resolve("notes.csv"), "shopping,list\n");

        // When
        LocalOptions options = options(Map.of());
        List<Night> earlier =
                RequestedNight.earlier(options, RequestedNight.of(options, said::add));

        // Then
        assertThat(earlier).singleElement().extracting(Night::name).asString().contains("before");
    }

    @Test
    void demandOfASyntheticNightIsLearnedFromEarlierOnesOfOtherSeeds() {
        LocalOptions options = LocalOptions.of(ROOT, Map.of("calls", "5"));
        Night night = RequestedNight.of(options, said::add);
        List<Night> earlier = RequestedNight.earlier(options, night);
        assertThat(earlier)
                .hasSize(30)
                .allMatch(other -> other.businessDate().isBefore(night.businessDate()))
                .extracting(Night::calls)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedIsTheSameSyntheticNightAndTheNextSeedThatOfAnotherFriday() {
        assertThat(synthetic("1").businessDate()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(synthetic("2").businessDate()).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(synthetic("2")).isEqualTo(synthetic("2"));
        assertThat(synthetic("0").businessDate().getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
    }

    private Night synthetic(String seed) {
        return RequestedNight.of(
                LocalOptions.of(ROOT, Map.of("calls", "5", "seed", seed)), said::add);
    }

    private void copy(String name, String date, String lat) throws IOException {
        Files.writeString(
                folder.resolve(name),
                Files.readString(file)
                        .replace("2026-11-20", date)
                        .replaceAll("12\\.9(\\d+),77", lat + "$1,77"));
    }

    private Night requested(Map<String, String> given) {
        return RequestedNight.of(options(given), said::add);
    }

    private LocalOptions options(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(given);
        all.put("night", file.toString());
        return LocalOptions.of(ROOT, all);
    }
}
