package dev.supporters.settlement.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.ShiftEvents;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.move.v1.MoveChanged;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.adapter.mongo.MongoEventRepository;
import dev.supporters.settlement.adapter.mongo.SettlementStores;
import dev.supporters.testkit.InMemoryAggregateStore;

import org.junit.jupiter.api.Test;

class ShiftEventArchiveTest {

    private final InMemoryAggregateStore<ArchivedEvent> store =
            new InMemoryAggregateStore<>(SettlementStores.EVENTS);
    private final ShiftEventArchive archive =
            new ShiftEventArchive(store, new MongoEventRepository(store));

    @Test
    void keepsTheEventsOfAShiftOnceWithoutPlaces() {
        // Given
        WorkEvent begun =
                WorkEvent.newBuilder()
                        .setWorkId(Night.WORK)
                        .setVersion(1)
                        .setEventTime(Timestamps.of(Night.BEGIN))
                        .setBegun(
                                WorkBegun.newBuilder()
                                        .setRestPaid(true)
                                        .setLocation(Point.newBuilder().setLat(37.5).setLng(127)))
                        .build();
        ActivityEvent commanded =
                ActivityEvent.newBuilder()
                        .setWorkId(Night.WORK)
                        .setCommandId("k")
                        .setEventTime(Timestamps.of(Night.at(60)))
                        .setCommanded(
                                CallCommanded.newBuilder()
                                        .setOrigin(Place.newBuilder().setAddress("somewhere")))
                        .build();
        MoveEvent moved =
                MoveEvent.newBuilder()
                        .setEventTime(Timestamps.of(Night.at(90)))
                        .setChanged(
                                MoveChanged.newBuilder()
                                        .setWorkId(Night.WORK)
                                        .setMove(
                                                Move.newBuilder()
                                                        .setMoveId("m")
                                                        .setDestination(
                                                                Place.newBuilder()
                                                                        .setPoi("station"))))
                        .build();
        // When
        archive.keep(ArchivedEvent.of("e1", begun));
        archive.keep(ArchivedEvent.of("e1", begun));
        archive.keep(ArchivedEvent.of("e2", commanded));
        archive.keep(ArchivedEvent.of("e3", moved));
        // Then
        ShiftEvents kept = archive.of(Night.WORK_ID);
        WorkEvent.Builder withoutPlace = begun.toBuilder();
        withoutPlace.getBegunBuilder().clearLocation();
        assertThat(kept.work()).containsExactly(withoutPlace.build());
        assertThat(kept.activity())
                .containsExactly(
                        commanded.toBuilder()
                                .setCommanded(CallCommanded.getDefaultInstance())
                                .build());
        assertThat(kept.moves())
                .allSatisfy(
                        move -> assertThat(move.getChanged().getMove().hasDestination()).isFalse());
        assertThat(store.find("e1").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void knowsNothingOfAShiftThatIsOlderThanIt() {
        ShiftEvents kept = archive.of(WorkId.ofStored(Night.WORK));

        assertThat(kept.begun()).isEmpty();
        assertThat(kept.complete()).isFalse();
        assertThat(kept.seconds(Night.at(10))).isEmpty();
    }
}
