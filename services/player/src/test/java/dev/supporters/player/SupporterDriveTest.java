package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.contract.Position;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.simulation.NightParameters;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

class SupporterDriveTest {

    private static final Position FAR = new Position(37.9, 127.9);
    private static final int ETA_SECONDS = 300;

    @Test
    void inAContinuedNightTheSystemKnowsHowFarTheCustomerIs() throws Exception {
        try (ScriptedGateway gateway = new ScriptedGateway();
                SupporterFixture played = supporter(gateway)) {
            // When: what is heard first is a command that was accepted before the interruption
            played.drive().take(slot(played, "ACCEPTED"), played.now());

            // Then
            assertThat(played.drive().due()).isEqualTo(played.now().plusSeconds(ETA_SECONDS));
        }
    }

    @Test
    void theWayTakesAsLongAsItTakesWhereTheSupporterIsKnownToBe() throws Exception {
        try (ScriptedGateway gateway = new ScriptedGateway();
                SupporterFixture played = supporter(gateway)) {
            // When
            played.drive().take(slot(played, "COMMANDED"), played.now());
            played.drive().take(slot(played, "ACCEPTED"), played.now());

            // Then: a hundred kilometres
            assertThat(played.drive().due()).isAfter(played.now().plusSeconds(10L * ETA_SECONDS));
        }
    }

    private static SupporterFixture supporter(ScriptedGateway gateway) throws IOException {
        return new SupporterFixture(
                gateway,
                NightParameters.overriddenBy("{\"calls\": 3, \"callsSigma\": 0}"),
                List.of());
    }

    private static ObservedSlot slot(SupporterFixture played, String state) {
        ObjectNode slot = JsonNodes.object().put("state", state).put("version", 1);
        slot.putObject("command")
                .put("commandId", "k1")
                .put("callId", "c1")
                .put("etaSeconds", ETA_SECONDS)
                .put("deadlineAt", played.now().plusSeconds(5).toString())
                .set("origin", JsonNodes.place(FAR));
        return ObservedSlot.of(slot, played.now());
    }
}
