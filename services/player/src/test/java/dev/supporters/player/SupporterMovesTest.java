package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.contract.Position;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.PlannedPause;
import dev.supporters.simulation.Population;
import dev.supporters.simulation.RandomStreams;
import dev.supporters.simulation.SeoulNight;
import dev.supporters.simulation.SupporterBehaviour;
import dev.supporters.simulation.SupporterPlan;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

class SupporterMovesTest {

    private static final Position GOAL = new Position(37.51, 127.06);
    private static final NightParameters ALWAYS =
            NightParameters.overriddenBy("{\"calls\": 3, \"callsSigma\": 0, \"followsMove\": 1}");
    private static final NightParameters NEVER =
            NightParameters.overriddenBy("{\"calls\": 3, \"callsSigma\": 0, \"followsMove\": 0}");

    private ScriptedGateway gateway;
    private NightSetup setup;
    private SystemClients clients;
    private SupporterDrive drive;
    private SupporterRests rests;
    private Instant now;

    @BeforeEach
    void start() throws IOException {
        gateway = new ScriptedGateway();
    }

    @AfterEach
    void stop() {
        clients.close();
        gateway.close();
    }

    @Test
    void goesToAProposedPlaceAndStaysAssignableOnTheWay() throws InterruptedException {
        // Given
        SupporterMoves moves = moves(ALWAYS, List.of());
        free();

        // When
        moves.consider(place("m1"), now);

        // Then
        assertThat(gateway.asked("RespondToMove"))
                .singleElement()
                .satisfies(input -> assertThat(input.path("moveId").asText()).isEqualTo("m1"))
                .satisfies(input -> assertThat(input.path("accept").asBoolean()).isTrue());
        assertThat(drive.leg().to()).isEqualTo(GOAL);
        assertThat(drive.leg().moving(now)).isTrue();
        assertThat(drive.slot().engaged()).isFalse();
    }

    @Test
    void decidesOnceHoweverOftenAMoveIsShown() throws InterruptedException {
        // Given
        SupporterMoves moves = moves(NEVER, List.of());
        free();

        // When
        for (int i = 0; i < 5; i++) {
            moves.consider(place("m1"), now);
        }

        // Then
        assertThat(gateway.asked("RespondToMove"))
                .singleElement()
                .satisfies(input -> assertThat(input.path("accept").asBoolean()).isFalse());
        assertThat(drive.leg().moving(now)).isFalse();
    }

    @Test
    void goesNowhereWhenTheMoveHadEndedAlready() throws InterruptedException {
        // Given
        SupporterMoves moves = moves(ALWAYS, List.of());
        free();
        gateway.refuse("RespondToMove", "MOVE_ENDED");

        // When
        moves.consider(place("m1"), now);
        gateway.take("RespondToMove");
        moves.consider(place("m1"), now);

        // Then
        assertThat(gateway.asked("RespondToMove")).hasSize(1);
        assertThat(drive.leg().moving(now)).isFalse();
    }

    @Test
    void looksAtNoMoveWhileThereIsACommand() throws InterruptedException {
        // Given
        SupporterMoves moves = moves(ALWAYS, List.of());

        // When: the slot is not free yet
        moves.consider(place("m1"), now);

        // Then
        assertThat(gateway.asked("RespondToMove")).isEmpty();
    }

    @Test
    void restsOnAdviceOnlyIfARestIsDueTonight() throws InterruptedException {
        // Given
        SupporterMoves without = moves(ALWAYS, List.of());
        free();
        for (int i = 0; i < 20; i++) {
            without.consider(rest("a" + i), now);
        }
        assertThat(gateway.asked("RespondToMove"))
                .hasSize(20)
                .noneMatch(input -> input.path("accept").asBoolean());
        clients.close();

        // When
        Duration length = Duration.ofMinutes(10);
        SupporterMoves with =
                moves(ALWAYS, List.of(new PlannedPause(now.plusSeconds(7_200), length)));
        free();
        for (int i = 0; i < 20; i++) {
            with.consider(rest("b" + i), now);
        }

        // Then: once, and as long as it was meant to be
        assertThat(gateway.asked("Rest")).hasSize(1);
        assertThat(gateway.asked("RespondToMove"))
                .filteredOn(input -> input.path("accept").asBoolean())
                .hasSize(1);
        assertThat(rests.willRest()).isFalse();
        assertThat(rests.due()).isEqualTo(now.plus(length));
    }

    private SupporterMoves moves(NightParameters parameters, List<PlannedPause> planned) {
        var night = SeoulNight.of(LocalDate.of(2026, 11, 20), parameters, 1);
        now = night.windowBegin();
        Population people = Population.of(night, parameters, 1, 1, 0);
        setup =
                new NightSetup(
                        night,
                        parameters,
                        1,
                        people,
                        new StandingClock(now),
                        new PollingIntervals(60, 1, 0),
                        gateway.uri(),
                        gateway.uri(),
                        "token",
                        (subject, role) -> "token",
                        progress -> {});
        Observations observations = new Observations();
        clients = setup.clients(observations);
        SupporterPlan plan = people.supporters().getFirst();
        SupporterBehaviour behaviour = new SupporterBehaviour(night, parameters, 1, plan.number());
        SupporterApp app = new SupporterApp(clients, "token", plan, "2026-11-20");
        drive =
                new SupporterDrive(
                        setup,
                        app,
                        behaviour,
                        new LeakDetector(observations, plan.driverId()),
                        plan.start());
        rests = new SupporterRests(app, setup.intervals(), planned);
        return new SupporterMoves(
                app, behaviour, new RandomStreams(1).of("rest-advice", 0), drive, rests);
    }

    private void free() throws InterruptedException {
        JsonNode slot = JsonNodes.object().put("state", "FREE").put("version", 1);
        drive.take(ObservedSlot.of(slot, now), now);
    }

    private static JsonNode place(String id) {
        return JsonNodes.object()
                .put("moveId", id)
                .put("state", "PROPOSED")
                .set("destinationInfo", JsonNodes.place(GOAL));
    }

    private static JsonNode rest(String id) {
        return JsonNodes.object()
                .put("moveId", id)
                .put("state", "PROPOSED")
                .putNull("destinationInfo");
    }

    private record StandingClock(Instant now) implements NightClock {

        @Override
        public void sleepUntil(Instant due) {}

        @Override
        public Duration realUntil(Instant due) {
            return Duration.ZERO;
        }
    }
}
