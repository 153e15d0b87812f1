package dev.supporters.settlement.ledger;

import static dev.supporters.settlement.ledger.SettledNight.WORK;
import static dev.supporters.settlement.ledger.SettledNight.assertRefused;
import static dev.supporters.settlement.place.PlaceServiceTest.PANGYO;
import static dev.supporters.settlement.place.PlaceServiceTest.PANGYO_CELL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.settlement.v1.Minute;
import dev.supporters.proto.settlement.v1.TimeClass;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.adapter.mongo.SettlementStores;
import dev.supporters.settlement.archive.ArchivedEvent;
import dev.supporters.settlement.archive.ShiftEventArchive;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.testkit.InMemoryAggregateStore;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The minutes of a statement. */
class MinutesTest {

    private final SettledNight night = new SettledNight();
    private final MinuteService minutes =
            new MinuteService(night.store, night.archive, night.places, night.clock);

    @Test
    void aMinuteNamesItsCallButOnlyAfterItsAcceptance() {
        // Given
        night.add(new Night().begun().accepted("k", 60).over("k", 120).ended(130).list());
        night.archive.keep(
                ArchivedEvent.of(
                        "e1",
                        ActivityEvent.newBuilder()
                                .setWorkId(Night.WORK)
                                .setCommandId("k")
                                .setCallId("254137")
                                .setEventTime(Timestamps.of(Night.at(60)))
                                .setAccepted(CallAccepted.getDefaultInstance())
                                .build()));
        // Then
        assertThat(MinuteProtoMapper.toProto(minutes.of(WORK, "", 100)).getMinutesList())
                .extracting(Minute::getNumber, Minute::getTimeClass, Minute::getCallIdsList)
                .containsExactly(
                        tuple(1, TimeClass.TIME_CLASS_WAITING, List.of()),
                        tuple(2, TimeClass.TIME_CLASS_TO_CUSTOMER, List.of("254137")),
                        tuple(3, TimeClass.TIME_CLASS_WAITING, List.of()));
    }

    @Test
    void aMinuteSaysWhereItWasAndWhichCallWithoutTheArchive() {
        // Given
        night.add(
                List.of(
                        new Night().begun().list().getFirst(),
                        new Fact.Accepted("accepted", Night.at(60), "k", "254137"),
                        new Fact.Ended("ended", Night.at(150))));
        night.places.heard(WORK, Night.at(70), PANGYO);
        ShiftEventArchive unread =
                new ShiftEventArchive(
                        new InMemoryAggregateStore<>(SettlementStores.EVENTS),
                        workId -> {
                            throw new AssertionError("all archived events of the shift are read");
                        });
        // When
        List<Minute> shown =
                MinuteProtoMapper.toProto(
                                new MinuteService(night.store, unread, night.places, night.clock)
                                        .of(WORK, "", 100))
                        .getMinutesList();
        // Then
        assertThat(shown)
                .extracting(minute -> List.copyOf(minute.getCallIdsList()))
                .containsExactly(List.of(), List.of("254137"), List.of("254137"));
        assertThat(shown)
                .extracting(Minute::getPlaceCell)
                .containsExactly("", PANGYO_CELL, PANGYO_CELL);
    }

    @Test
    void minutesComeByPages() {
        night.add(new Night().begun().ended(150).list());

        MinuteService.Page first = minutes.of(WORK, "", 2);
        MinuteService.Page last = minutes.of(WORK, first.nextToken(), 2);

        assertThat(first.minutes()).hasSize(2);
        assertThat(last.minutes())
                .singleElement()
                .satisfies(minute -> {
                    assertThat(minute.number()).isEqualTo(3);
                    assertThat(minute.seconds().sum()).isEqualTo(30);
                });
        assertThat(last.nextToken()).isEmpty();
    }

    @Test
    void refusesShiftsThatNeverWereAndTokensOfNobody() {
        assertRefused(ErrorReason.ERROR_REASON_STATEMENT_NOT_FOUND, () -> minutes.of(WORK, "", 10));
        night.add(new Night().begun().list());
        for (String token : List.of("x", "-1")) {
            assertRefused(
                    ErrorReason.ERROR_REASON_INVALID_ARGUMENT, () -> minutes.of(WORK, token, 10));
        }
    }
}
