package dev.supporters.training.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.Position;
import dev.supporters.training.EventLines;
import dev.supporters.training.fit.ModelTrainer.EtaObservation;
import dev.supporters.training.fit.ModelTrainer.Observation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

class NightFilesTest {

    private static final Instant TIME = Instant.parse("2026-11-20T15:30:00Z");
    private static final Position ORIGIN = new Position(37.4979, 127.0276);

    @TempDir private Path folder;

    private final NightFiles files = new NightFiles("seoul", ZoneId.of("Asia/Seoul"));

    @Test
    void observesEachCommandOnceInWhateverOrderItsEventsCome() throws IOException {
        // Given a call that is kept, one that is refused, and one whose customer gives up
        String text =
                new EventLines()
                        .requested("1", TIME, ORIGIN)
                        .routed("1", "seoul")
                        .commanded("1", TIME.plusSeconds(30), ORIGIN, 600)
                        .accepted("1", TIME.plusSeconds(35))
                        .arrived("1", TIME.plusSeconds(35 + 720))
                        .requested("2", TIME, ORIGIN)
                        .commanded("2", TIME, ORIGIN, 300)
                        .refused("2", TIME.plusSeconds(3))
                        .requested("3", TIME, ORIGIN)
                        .commanded("3", TIME, ORIGIN, 1_200)
                        .accepted("3", TIME.plusSeconds(5))
                        .cancelledByCustomer("3", TIME.plusSeconds(60))
                        .line("supporters.settlement.v1 {}")
                        .twiceAndShuffled(3);

        // When
        TrainingNight night = files.read(write("1.events", text));

        // Then the small hours belong to the evening before
        assertThat(night.businessDate()).isEqualTo(LocalDate.parse("2026-11-20"));
        assertThat(night.calls()).hasSize(3);
        assertThat(night.kept()).extracting(Observation::happened).containsExactly(true, false);
        assertThat(night.refused())
                .extracting(Observation::happened)
                .containsExactly(false, true, false);
        assertThat(night.kept().getFirst().input().etaMinutes()).isEqualTo(10);
        assertThat(night.kept().getFirst().input().waitMinutes()).isEqualTo(.5);
        assertThat(night.kept().getFirst().input().hoursAfterNoon()).isCloseTo(12.5, within(.01));
        assertThat(night.ways()).extracting(EtaObservation::actualMinutes).containsExactly(12.0);
    }

    @Test
    void looksPastCallsOfOtherRegions() throws IOException {
        String text =
                new EventLines()
                        .requested("1", TIME, ORIGIN)
                        .routed("1", "seoul")
                        .requested("2", TIME, ORIGIN)
                        .routed("2", "busan")
                        .commanded("2", TIME, ORIGIN, 300)
                        .refused("2", TIME.plusSeconds(3))
                        .text();

        TrainingNight night = files.read(write("1.events", text));

        assertThat(night.calls()).hasSize(1);
        assertThat(night.refused()).isEmpty();
    }

    @Test
    void refusesAFileThatIsNoNight() throws IOException {
        refuses("supporters.calls.v1 {\"callId\": 7,\n", "1.events: line 1: ");
        refuses("supporters.calls.v1 [\n", "1.events: line 1: ");
        refuses("hello\n", "1.events: line 1: 5 characters without a topic");
        refuses("\n", "1.events: calls of regions [] (expected: seoul)");
        refuses(
                new EventLines().requested("1", TIME, ORIGIN).routed("1", "busan").text(),
                "1.events: calls of regions [busan] (expected: seoul)");
        assertThatThrownBy(() -> files.read(folder.resolve("none.events")))
                .isInstanceOf(InvalidNightException.class)
                .hasMessage("none.events: not readable (expected: a text file)");
        assertThatThrownBy(() -> files.read(folder.resolve("night.json")))
                .hasMessage("night.json: neither .events nor .csv");
    }

    @Test
    void readsCallsOfANightFile() throws IOException {
        TrainingNight night =
                files.read(
                        write(
                                "night.csv",
                                """
                                requested_at,origin_lat,origin_lng,destination_lat,destination_lng,fare
                                2026-11-20T21:05:10+09:00,37.4979,127.0276,37.55,126.99,18000
                                2026-11-20T23:15:20+09:00,37.4989,127.0286,37.56,126.98,21000
                                """));

        assertThat(night.businessDate()).isEqualTo(LocalDate.parse("2026-11-20"));
        assertThat(night.calls()).hasSize(2);
        assertThat(night.kept()).isEmpty();
    }

    @Test
    void refusesANightOfOtherClocks() throws IOException {
        Path file =
                write(
                        "night.csv",
                        """
                        requested_at,origin_lat,origin_lng,destination_lat,destination_lng,fare
                        2015-06-26T21:00:00-04:00,40.767208,-73.981190,40.764833,-73.979470,810
                        """);

        assertThatThrownBy(() -> files.read(file))
                .isInstanceOf(InvalidNightException.class)
                .hasMessage("night.csv: the clocks of America/New_York (expected: Asia/Seoul)");
    }

    private void refuses(String text, String begin) throws IOException {
        Path file = write("1.events", text);
        assertThatThrownBy(() -> files.read(file))
                .isInstanceOf(InvalidNightException.class)
                .hasMessageStartingWith(begin)
                .hasMessageContaining("(expected: ")
                .hasMessageNotContaining("\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
