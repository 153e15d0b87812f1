package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Place;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.move.v1.MoveSignalled;
import dev.supporters.proto.events.move.v1.RestAdvised;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** Any pipeline may write the topic of signals. */
class MoveSignalTest {

    @Test
    void hasTheWholeOfItsEvent() {
        assertThat(MoveSignal.of(signalled(new Place("37", "127", "Pangyo", "")).build()))
                .isEqualTo(
                        new MoveSignal(
                                "m1",
                                Product.PRODUCT_DRIVER,
                                new MoveSignal.GoTo(new Place("37", "127", "Pangyo", "")),
                                TestClock.FRIDAY_NIGHT,
                                "deficit@1",
                                Optional.empty()));
    }

    @Test
    void hasTheWholeOfAnAdviceToRest() {
        assertThat(
                        MoveSignal.of(
                                advised()
                                        .setSignalTime(
                                                Timestamps.of(
                                                        TestClock.FRIDAY_NIGHT.minusSeconds(9)))
                                        .build()))
                .isEqualTo(
                        new MoveSignal(
                                "a1",
                                Product.PRODUCT_DRIVER,
                                new MoveSignal.Rest(),
                                TestClock.FRIDAY_NIGHT,
                                "rest@1",
                                Optional.of(TestClock.FRIDAY_NIGHT.minusSeconds(9))));
    }

    @Test
    void refusesAdviceOutOfItsBounds() {
        invalid(advised().clearAdviceId(), "advice_id: nothing");
        invalid(advised().setDriverId("x".repeat(65)), "driver_id: 65 characters");
        invalid(advised().clearProduct(), "product: PRODUCT_UNSPECIFIED");
        invalid(advised().clearExpireTime(), "expire_time: nothing");
        invalid(advised().setModel("x".repeat(101)), "model: 101 characters");
    }

    @Test
    void refusesFieldsOutOfTheirBounds() {
        invalid(signalled(new Place("91", "127", "", "")), "destination.lat: 91");
        invalid(signalled(new Place("37", "east", "", "")), "destination.lng: east");
        invalid(signalled(new Place("37", "", "", "")), "destination.lng: nothing");
        invalid(
                signalled(new Place("37", "127", "x".repeat(201), "")),
                "destination.poi: 201 characters");
        invalid(signalled(Place.NONE).clearDestination(), "destination.lat: nothing");
        MoveSignalled.Builder good = signalled(new Place("37", "127", "", ""));
        invalid(good.clone().setMoveId("x".repeat(101)), "move_id: 101 characters");
        invalid(good.clone().setDriverId(""), "driver_id: nothing");
        invalid(good.clone().clearProduct(), "product: PRODUCT_UNSPECIFIED");
        invalid(good.clone().clearExpireTime(), "expire_time: nothing");
        invalid(good.clone().setModel("x".repeat(101)), "model: 101 characters");
    }

    private static MoveSignalled.Builder signalled(Place destination) {
        return MoveSignalled.newBuilder()
                .setMoveId("m1")
                .setDriverId("1004550")
                .setProduct(Product.PRODUCT_DRIVER)
                .setDestination(destination.toProto())
                .setExpireTime(Timestamps.of(TestClock.FRIDAY_NIGHT))
                .setModel("deficit@1");
    }

    private static RestAdvised.Builder advised() {
        return RestAdvised.newBuilder()
                .setAdviceId("a1")
                .setDriverId("1004550")
                .setProduct(Product.PRODUCT_DRIVER)
                .setExpireTime(Timestamps.of(TestClock.FRIDAY_NIGHT))
                .setModel("rest@1");
    }

    private static void invalid(RestAdvised.Builder advice, String offending) {
        refused(
                () -> MoveSignal.of(advice.build()),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                offending);
    }

    private static void invalid(MoveSignalled.Builder signal, String offending) {
        refused(
                () -> MoveSignal.of(signal.build()),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                offending);
    }
}
