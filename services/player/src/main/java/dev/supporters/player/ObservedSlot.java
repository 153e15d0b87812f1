package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.contract.Position;
import dev.supporters.player.client.JsonNodes;

import java.time.Duration;
import java.time.Instant;

/** A driver's slot as the app shows it. Ids are empty while there is no command. */
record ObservedSlot(
        State state,
        long version,
        String commandId,
        String callId,
        Position origin,
        Duration eta,
        Instant deadline) {

    /** The state of the slot. */
    enum State {
        OFF,
        FREE,
        PAUSED,
        COMMANDED,
        ACCEPTED,
        ARRIVED,
        DRIVING;

        boolean engaged() {
            return switch (this) {
                case OFF, FREE, PAUSED -> false;
                case COMMANDED, ACCEPTED, ARRIVED, DRIVING -> true;
            };
        }

        static State of(String name) {
            return switch (name) {
                case "FREE" -> FREE;
                case "PAUSED" -> PAUSED;
                case "COMMANDED" -> COMMANDED;
                case "ACCEPTED" -> ACCEPTED;
                case "ARRIVED" -> ARRIVED;
                case "DRIVING" -> DRIVING;
                default -> OFF;
            };
        }
    }

    static ObservedSlot off() {
        return new ObservedSlot(
                State.OFF, 0, "", "", new Position(0, 0), Duration.ZERO, Instant.EPOCH);
    }

    static ObservedSlot of(JsonNode slot, Instant now) {
        JsonNode command = slot.path("command");
        return new ObservedSlot(
                State.of(slot.path("state").asText("")),
                slot.path("version").asLong(0),
                command.path("commandId").asText(""),
                command.path("callId").asText(""),
                JsonNodes.point(command.path("origin")),
                Duration.ofSeconds(command.path("etaSeconds").asLong(0)),
                JsonNodes.instant(command.path("deadlineAt"), now));
    }

    boolean engaged() {
        return state.engaged();
    }

    boolean saysTheSameAs(ObservedSlot other) {
        return state == other.state && commandId.equals(other.commandId);
    }

    ObservedSlot in(State next) {
        return new ObservedSlot(next, version, commandId, callId, origin, eta, deadline);
    }
}
