package dev.supporters.load.drive;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.routing.v1.RouteRequest;

import java.time.Clock;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Synthetic calls within the region, each new; one seed makes the same ones in the same order. */
public final class SyntheticCalls {

    private static final long FIRST_ID = 700_000_000_000L;
    private static final int CUSTOMERS = 5_000;

    private final long seed;
    private final Clock clock;
    private final AtomicLong count = new AtomicLong();

    public SyntheticCalls(long seed, Clock clock) {
        this.seed = seed;
        this.clock = clock;
    }

    RouteRequest next() {
        long number = count.getAndIncrement();
        SplittableRandom random = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + number);
        String callId = String.valueOf(FIRST_ID + number);
        return RouteRequest.newBuilder()
                .setRequestId("load-" + callId)
                .setCall(
                        Call.newBuilder()
                                .setCallId(callId)
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setCustomerId(String.valueOf(random.nextInt(CUSTOMERS)))
                                .setCustomerName("손님")
                                .setOrigin(place(LoadRegion.point(random)))
                                .setDestination(place(LoadRegion.point(random)))
                                .setFare(Money.newBuilder().setAmount(18_000).setCurrency("KRW"))
                                .setDistanceMeters(9_000)
                                .setState(CallState.CALL_STATE_REQUESTED)
                                .setCreateTime(Timestamps.of(clock.instant()))
                                .setVersion(1))
                .build();
    }

    private static Place place(Point point) {
        return Place.newBuilder()
                .setLat(decimal(point.getLat()))
                .setLng(decimal(point.getLng()))
                .build();
    }

    private static String decimal(double degrees) {
        return String.format(Locale.ROOT, "%.7f", degrees);
    }
}
