package dev.supporters.policy;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.policy.v1.AppRule;
import dev.supporters.proto.policy.v1.CallPolicy;
import dev.supporters.proto.policy.v1.DriverTagRule;
import dev.supporters.proto.policy.v1.JoinPolicy;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PutRequest;

import java.time.Duration;

/** A policy that is in order. */
public final class SamplePolicy {

    private SamplePolicy() {}

    public static Policy.Builder seoul() {
        return Policy.newBuilder()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setBounds(
                        Box.newBuilder()
                                .setSouthWest(Point.newBuilder().setLat(37.2).setLng(126.7))
                                .setNorthEast(Point.newBuilder().setLat(37.7).setLng(127.3)))
                .setTimeZone("Asia/Seoul")
                .setWindowBegin("21:00")
                .setWindowLength(Timestamps.of(Duration.ofHours(4)))
                .setVeto(Timestamps.of(Duration.ofSeconds(5)))
                .setOnRefusal(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL)
                .setHourlyWage(Money.newBuilder().setAmount(14_000).setCurrency("KRW"))
                .setRolloutPercent(100)
                .setMaxPickup(Timestamps.of(Duration.ofMinutes(15)))
                .setMaxCandidates(32)
                .addAppRules(
                        AppRule.newBuilder()
                                .setPlatform(AppPlatform.APP_PLATFORM_ANDROID)
                                .setMinVersion("5.2.0"))
                .setUnreachableAfter(Timestamps.of(Duration.ofSeconds(120)));
    }

    /** The same with every number of the parts. */
    public static Policy.Builder seoulWithParts() {
        return seoul().setAssignment(
                        PolicyDefaults.assignment().toProto().toBuilder()
                                .setHold(Timestamps.of(Duration.ofMinutes(4)))
                                .setChaining(true)
                                .setShiftEndTolerance(Timestamps.of(Duration.ofMinutes(15)))
                                .addDriverTags(
                                        DriverTagRule.newBuilder()
                                                .setCallTag("vip")
                                                .setDriverTag("senior")))
                .setMoves(PolicyDefaults.moves().toProto())
                .setAbuse(PolicyDefaults.abuse().toProto())
                .setCalls(
                        CallPolicy.newBuilder()
                                .setMaxLiveCalls(3)
                                .setDistancePercent(100)
                                .setBaseFare(
                                        Money.newBuilder().setAmount(10_000).setCurrency("KRW"))
                                .setFarePerKm(
                                        Money.newBuilder().setAmount(1_000).setCurrency("KRW"))
                                .setFarePercent(150))
                .setZones(
                        PolicyDefaults.zones().toProto().toBuilder()
                                .setCapacity(40)
                                .setMaxWagePerCall(
                                        Money.newBuilder().setAmount(30_000).setCurrency("KRW")))
                .setJoin(
                        JoinPolicy.newBuilder()
                                .setMinCompletedDrives(40)
                                .setMaxCancellationPercent(15)
                                .setMaxAccidents(0)
                                .setMaxFines(2)
                                .setMinRating(4.2)
                                .setReapplyAfter(Timestamps.of(Duration.ofDays(28))));
    }

    public static PutRequest.Builder put(
            String requestId, Policy.Builder policy, long expectedVersion) {
        return PutRequest.newBuilder()
                .setRequestId(requestId)
                .setPolicy(policy)
                .setExpectedVersion(expectedVersion)
                .setActor("operator-1");
    }
}
