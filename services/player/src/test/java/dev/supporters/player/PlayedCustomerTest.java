package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.player.client.GatewaySchema;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.CustomerPlan;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.Population;
import dev.supporters.simulation.SeoulNight;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A customer who has the patience to wait, and has no reason of an own to cancel. */
class PlayedCustomerTest {

    private static final String PATIENT =
            "{\"calls\": 3, \"callsSigma\": 0, \"cancelsAnyway\": 0, \"etaMinutes\": 600,"
                    + " \"patienceMinutes\": 600, \"rates\": %s, \"cheaters.share\": %s}";

    private ScriptedGateway gateway;
    private final CustomerPhones phones = new CustomerPhones();
    private final Observations observations = new Observations();

    @BeforeEach
    void start() throws IOException {
        gateway = new ScriptedGateway();
        gateway.answer(
                "RequestCall",
                (token, variables) -> "{\"requestCall\":{\"call\":{\"callId\":\"c1\"}}}");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void whomTheDriverHasPhonedCancels() throws InterruptedException {
        gateway.answer("Call", (token, variables) -> call("ACCEPTED"));
        phones.phone("c1", Instant.EPOCH);

        play(1, 1);

        assertThat(gateway.asked("CancelCall")).hasSize(1);
        assertThat(gateway.asked("RateDrive")).isEmpty();
    }

    @Test
    void whoIsDrivenHomeGivesStarsOnce() throws InterruptedException {
        gateway.answer("Call", (token, variables) -> call("COMPLETED"));

        play(1, 0);

        assertThat(gateway.asked("CancelCall")).isEmpty();
        assertThat(gateway.asked("RateDrive"))
                .singleElement()
                .satisfies(rating -> assertThat(rating.path("callId").asText()).isEqualTo("c1"))
                .satisfies(rating -> assertThat(rating.path("stars").asInt()).isBetween(1, 5));
        assertThat(gateway.requests())
                .filteredOn(request -> request.path("operationName").asText().equals("RateDrive"))
                .allSatisfy(request -> assertThat(problems(request)).isEmpty());
    }

    @Test
    void whoDoesNotMeanToRateGivesNoStars() throws InterruptedException {
        gateway.answer("Call", (token, variables) -> call("COMPLETED"));

        play(0, 0);

        assertThat(gateway.asked("RateDrive")).isEmpty();
    }

    private void play(double rates, double cheaters) throws InterruptedException {
        NightParameters parameters =
                NightParameters.overriddenBy(PATIENT.formatted(rates, cheaters));
        Night night = SeoulNight.of(LocalDate.of(2026, 11, 20), parameters, 1);
        Population people = Population.of(night, parameters, 1, 1, 0);
        NightSetup setup =
                new NightSetup(
                        night,
                        parameters,
                        1,
                        people,
                        new JumpingClock(night.windowBegin()),
                        new PollingIntervals(1, 1, 0),
                        gateway.uri(),
                        gateway.uri(),
                        "token",
                        (subject, role) -> subject,
                        progress -> {});
        CustomerPlan plan = people.customers().getFirst();
        try (SystemClients clients = setup.clients(observations)) {
            new PlayedCustomer(setup, clients, observations, phones, plan, Optional.empty()).play();
        }
    }

    private static String call(String status) {
        return "{\"call\":{\"callId\":\"c1\",\"status\":\"%s\",\"etaSeconds\":300}}"
                .formatted(status);
    }

    private static List<String> problems(JsonNode request) {
        return GatewaySchema.problems(request.path("query").asText(), request.path("variables"));
    }

    /** A clock that is at once where somebody waits for. */
    private static final class JumpingClock implements NightClock {

        private Instant now;

        JumpingClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void sleepUntil(Instant due) {
            now = due.isAfter(now) ? due : now;
        }

        @Override
        public Duration realUntil(Instant due) {
            sleepUntil(due);
            return Duration.ZERO;
        }
    }
}
