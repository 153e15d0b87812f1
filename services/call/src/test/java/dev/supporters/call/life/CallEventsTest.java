package dev.supporters.call.life;

import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.SECRET;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.events.call.v1.CallEvent;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class CallEventsTest {

    @Test
    void containNoDestination() {
        // When
        List<Event> events =
                SampleCalls.all().stream()
                        .flatMap(call ->
                                Stream.concat(
                                        Stream.of(CallEvents.requested(call, 1)),
                                        CallEvents.of(other(call), call, 2).stream()))
                        .toList();

        // Then
        assertThat(events)
                .hasSize(2 * SampleCalls.all().size())
                .allSatisfy(event ->
                        assertThat(text(event)).doesNotContain(SECRET).doesNotContain("37.5"))
                .allSatisfy(event -> assertThat(event.key()).isEqualTo(ID.value()))
                .allSatisfy(event -> assertThat(event.topic()).isEqualTo(Topics.CALLS));
    }

    @Test
    void tellWhereADriveEndsRoughlyAndOnlyOnceASupporterHasAccepted() {
        assertThat(
                        SampleCalls.all().stream()
                                .filter(call -> area(call).isPresent())
                                .map(call -> call.state().getClass().getSimpleName()))
                .containsOnly("Accepted", "Arrived", "Driving");
        assertThat(area(SampleCalls.accepted()))
                .contains(Point.newBuilder().setLat(37.5).setLng(127).build());
        assertThat(area(SampleCalls.generalAccepted())).isEmpty();
    }

    private static Optional<Point> area(Call call) {
        return CallEvents.of(other(call), call, 2)
                .map(event -> (CallEvent) event.payload())
                .filter(event -> event.getProgressed().hasDestinationArea())
                .map(event -> event.getProgressed().getDestinationArea());
    }

    @Test
    void aChangeThatLeavesTheStateHasNoEvent() {
        assertThat(
                        CallEvents.of(
                                SampleCalls.commanded(),
                                SampleCalls.commanded().tagged(List.of("vip")),
                                3))
                .isEmpty();
    }

    @Test
    void aCallThatADriverGaveBackIsWithGeneralDispatchAlready() {
        // When
        Event event =
                CallEvents.of(SampleCalls.generalAccepted(), SampleCalls.general(), 5)
                        .orElseThrow();

        // Then
        assertThat(((CallEvent) event.payload()).hasProgressed()).isTrue();
        assertThat(event.type()).isEqualTo("supporters.call.progressed.v1");
    }

    private static String text(Event event) {
        return new String(event.payload().toByteArray(), StandardCharsets.UTF_8);
    }

    private static Call other(Call call) {
        return call.equals(SampleCalls.general()) || call.equals(SampleCalls.commanded())
                ? SampleCalls.requested()
                : call.state().equals(SampleCalls.requested().state())
                        ? SampleCalls.commanded()
                        : SampleCalls.requested();
    }
}
