package dev.supporters.gateway;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;

/** Calls for tests. Whatever must stay secret from a driver before acceptance contains the word SECRET, or is 23456 metres. */
public final class SampleCalls {

    public static final String CALL = "254137";
    public static final String DRIVER = "1004550";
    public static final String CUSTOMER = "7";
    public static final int SECRET_DISTANCE = 23456;

    private SampleCalls() {}

    public static Call.Builder call(CallState state) {
        return Call.newBuilder()
                .setCallId(CALL)
                .setProduct(Product.PRODUCT_DRIVER)
                .setCustomerId(CUSTOMER)
                .setCustomerName("SECRET name")
                .setOrigin(
                        Place.newBuilder()
                                .setLat("37.39433886412452")
                                .setLng("127.1105739023173")
                                .setPoi("판교역"))
                .setDestination(place("destination"))
                .setStopover(place("stopover"))
                .setAppLocation(place("app"))
                .setFare(Money.newBuilder().setAmount(18000).setCurrency("KRW"))
                .setDistanceMeters(SECRET_DISTANCE)
                .setState(state)
                .setPath(DispatchPath.DISPATCH_PATH_SUPPORTERS)
                .setDriverId(DRIVER)
                .setCommandId("command-1")
                .setCreateTime(Timestamps.of(Instant.parse("2026-11-20T12:30:00Z")))
                .addTags("SECRET-tag")
                .setReason("ASSIGNED")
                .setVersion(3)
                .setEtaSeconds(240);
    }

    private static Place place(String name) {
        return Place.newBuilder()
                .setLat("37.1")
                .setLng("127.9")
                .setPoi("SECRET " + name)
                .setAddress("SECRET " + name)
                .build();
    }
}
