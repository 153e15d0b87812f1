package dev.supporters.commander.adapter.mongo;

import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.command;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.duty;
import static dev.supporters.commander.Samples.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.slot.CallHolder;
import dev.supporters.commander.slot.ClosedCall;
import dev.supporters.commander.slot.Decided;
import dev.supporters.commander.slot.Decisions;
import dev.supporters.commander.slot.Outcome;
import dev.supporters.commander.slot.Seat;
import dev.supporters.commander.slot.Slot;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalReason;

import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class HolderMapperTest {

    private static final JsonWriterSettings EXACT =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final HolderMapper mapper = new HolderMapper();

    static List<CallHolder> holders() {
        Seat seat = seat("7");
        Seat full =
                new Seat(
                        driver("7"),
                        duty("7"),
                        new Decisions(
                                List.of(
                                        new Decided("a", call("1"), new Outcome.Accepted(true)),
                                        new Decided("b", call("2"), new Outcome.Accepted(false)),
                                        new Decided(
                                                "c",
                                                call("3"),
                                                new Outcome.Refused(
                                                        RefusalReason.REFUSAL_REASON_OTHER,
                                                        "왜냐하면")),
                                        new Decided(
                                                "d",
                                                call("4"),
                                                new Outcome.Cancelled(
                                                        CancellationReason
                                                                .CANCELLATION_REASON_WITHDRAWN)))));
        return List.of(
                new ClosedCall(call("254137")),
                Slot.never(driver("7")),
                new Slot.Off(full),
                new Slot.Free(seat),
                new Slot.Paused(seat),
                new Slot.Commanded(full, command("254137", "7")),
                new Slot.Accepted(seat, command("254137", "7")),
                new Slot.Arrived(seat, command("254137", "7")),
                new Slot.Driving(seat, command("254137", "7")));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void readsWhatItWrote(CallHolder holder) {
        String stored = mapper.write(holder).toJson(EXACT);

        assertThat(mapper.read(Document.parse(stored))).isEqualTo(holder);
    }

    @Test
    void aCallsPlaceIsTakenByEngagementAndClosureOnly() {
        assertThat(holders())
                .allSatisfy(holder ->
                        assertThat(mapper.write(holder).containsKey("callId"))
                                .isEqualTo(
                                        holder instanceof Slot.Engaged
                                                || holder instanceof ClosedCall));
    }

    @Test
    void aDeadlineStandsOnlyWhereACommandIsOpen() {
        assertThat(holders())
                .allSatisfy(holder ->
                        assertThat(mapper.write(holder).containsKey("deadline"))
                                .isEqualTo(holder instanceof Slot.Commanded));
    }
}
