package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.contract.Position;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.simulation.Cheaters;
import dev.supporters.simulation.CityGeometry;
import dev.supporters.simulation.NightParameters;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Each way to play the system, done whenever it is possible; and an honest supporter, who does nothing of it. */
class SupporterCheatingTest {

    private static final Position CUSTOMER = new Position(37.52, 127.05);

    private ScriptedGateway gateway;
    private SupporterFixture played;
    private Instant now;

    @BeforeEach
    void start() throws IOException {
        gateway = new ScriptedGateway();
        gateway.answer(
                "Destination",
                (token, variables) ->
                        "{\"call\":{\"destination\":{\"lat\":\"37.56\",\"lng\":\"127.09\"}}}");
    }

    @AfterEach
    void stop() {
        played.close();
        gateway.close();
    }

    @Test
    void whoFarmsRefusalsRefusesWhatAnHonestOneTakes() throws InterruptedException {
        cheats(Cheaters.Kind.REFUSALS);

        take("COMMANDED", 1);
        played.drive().act(played.drive().due());

        assertThat(gateway.asked("RefuseCall")).hasSize(1);
        assertThat(played.cheated()).isTrue();
    }

    @Test
    void whoMakesCustomersCancelPhonesOnceTheDestinationIsKnown() throws InterruptedException {
        cheats(Cheaters.Kind.CANCELLATIONS);

        take("COMMANDED", 1);
        assertThat(played.phones().cancelsAt("c1")).isEmpty();
        take("ACCEPTED", 2);

        assertThat(played.phones().cancelsAt("c1"))
                .hasValueSatisfying(
                        at -> assertThat(at).isBetween(now.plusSeconds(20), now.plusSeconds(100)));
        assertThat(played.cheated()).isTrue();
    }

    @Test
    void whoWaitsInTheColdGoesFarFromTheHotSpotsAndFollowsNoMove() throws InterruptedException {
        cheats(Cheaters.Kind.COLD_WAITING);

        take("FREE", 1);
        played.moves().consider(move(), now);

        assertThat(played.drive().leg().moving(now)).isTrue();
        assertThat(gateway.asked("RespondToMove"))
                .singleElement()
                .satisfies(input -> assertThat(input.path("accept").asBoolean()).isFalse());
        assertThat(played.cheated()).isTrue();
    }

    @Test
    void whoIsDarkTellsNoPositionForAWhileAndThenAgain() throws InterruptedException {
        cheats(Cheaters.Kind.DARK_GPS);
        take("FREE", 1);

        Instant light = now;
        while (played.cheating().dark(light)) {
            light = light.plusSeconds(30);
        }

        assertThat(Duration.between(now, light))
                .isBetween(Duration.ofMinutes(8), Duration.ofMinutes(26));
        assertThat(played.cheating().dark(light.plus(Duration.ofMinutes(4)))).isFalse();
        assertThat(played.cheating().dark(light.plus(Duration.ofMinutes(6)))).isTrue();
        assertThat(played.cheated()).isTrue();
    }

    @Test
    void whoDoesNotFinishDrivesSaysSoLate() throws InterruptedException {
        cheats(Cheaters.Kind.UNFINISHED_DRIVES);

        drives();

        assertThat(Duration.between(played.drive().leg().end(), played.drive().due()))
                .isBetween(Duration.ofMinutes(18), Duration.ofMinutes(35));
        assertThat(played.cheated()).isTrue();
    }

    @Test
    void whoSaysToBeThereTooEarlyIsStillOnTheWay() throws InterruptedException {
        cheats(Cheaters.Kind.CONTRADICTED_STEPS);
        take("COMMANDED", 1);
        take("ACCEPTED", 2);
        Instant saysSo = played.drive().due();
        Leg way = played.drive().leg();

        played.drive().take(slot("ARRIVED", 3, saysSo), saysSo);

        assertThat(saysSo).isBefore(way.end());
        assertThat(played.drive().leg()).isEqualTo(way);
        assertThat(CityGeometry.km(way.at(saysSo), CUSTOMER)).isPositive();
        assertThat(played.drive().due()).isAfter(way.end());
        assertThat(played.cheated()).isTrue();
    }

    @Test
    void anHonestSupporterDoesNothingOfIt() throws InterruptedException {
        played = new SupporterFixture(gateway, parameters("{%s}"), List.of());
        now = played.now();

        take("FREE", 1);
        assertThat(played.cheating().dark(now)).isFalse();
        take("COMMANDED", 2);
        assertThat(played.cheating().refuses()).isFalse();
        drives();

        assertThat(played.drive().due()).isEqualTo(played.drive().leg().end());
        assertThat(played.phones().cancelsAt("c1")).isEmpty();
        assertThat(played.cheated()).isFalse();
    }

    private void cheats(Cheaters.Kind kind) {
        played =
                new SupporterFixture(
                        gateway,
                        parameters(
                                "{%%s, \"cheaters.share\": 1, \"cheaters.effort\": 1, \"cheaters.kind\": \"%s\"}"
                                        .formatted(kind)),
                        List.of());
        now = played.now();
    }

    private static NightParameters parameters(String json) {
        return NightParameters.overriddenBy(
                json.formatted(
                        "\"calls\": 3, \"callsSigma\": 0, \"refuses\": 0, \"refusesPerMinute\": 0, \"followsMove\": 1"));
    }

    private void drives() throws InterruptedException {
        take("COMMANDED", 11);
        take("ACCEPTED", 12);
        take("DRIVING", 13);
    }

    private void take(String state, long version) throws InterruptedException {
        played.drive().take(slot(state, version, now), now);
    }

    private static ObservedSlot slot(String state, long version, Instant at) {
        ObjectNode slot = JsonNodes.object().put("state", state).put("version", version);
        if (!state.equals("FREE")) {
            slot.putObject("command")
                    .put("commandId", "k1")
                    .put("callId", "c1")
                    .put("etaSeconds", 300)
                    .put("deadlineAt", at.plusSeconds(5).toString())
                    .set("origin", JsonNodes.place(CUSTOMER));
        }
        return ObservedSlot.of(slot, at);
    }

    private static ObjectNode move() {
        ObjectNode move = JsonNodes.object().put("moveId", "m1").put("state", "PROPOSED");
        move.set("destinationInfo", JsonNodes.place(CUSTOMER));
        return move;
    }
}
