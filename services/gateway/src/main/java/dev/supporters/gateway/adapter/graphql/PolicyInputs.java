package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.adapter.graphql.input.AppRuleInput;
import dev.supporters.gateway.adapter.graphql.input.Bounds;
import dev.supporters.gateway.adapter.graphql.input.BoxInput;
import dev.supporters.gateway.adapter.graphql.input.PutPolicyInput;
import dev.supporters.gateway.adapter.graphql.view.RefusalConsequence;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.policy.v1.AppRule;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Duration;
import java.util.Optional;

/** A policy as it is put. What it may hold in detail, the service `policy` judges. */
final class PolicyInputs {

    private static final long DAY_SECONDS = 86_400;

    private PolicyInputs() {}

    static Policy policy(PutPolicyInput input) {
        Policy.Builder policy =
                Policy.newBuilder()
                        .setProduct(Bounds.product(input.product()))
                        .setRegion(Bounds.text(input.region(), "region", 40))
                        .setBounds(box(input.bounds()))
                        .setTimeZone(Bounds.text(input.timeZone(), "timeZone", 60))
                        .setWindowBegin(Bounds.text(input.windowBegin(), "windowBegin", 5))
                        .setWindowLength(
                                Timestamps.of(
                                        Duration.ofMinutes(
                                                Bounds.within(
                                                        input.windowMinutes(),
                                                        "windowMinutes",
                                                        1,
                                                        DAY_SECONDS / 60))))
                        .setVeto(
                                Timestamps.of(
                                        Duration.ofMillis(
                                                Math.round(
                                                        Require.within(
                                                                        input.vetoSeconds(),
                                                                        "vetoSeconds",
                                                                        0.001,
                                                                        120)
                                                                * 1000))))
                        .setOnRefusal(
                                Bounds.constant(
                                        dev.supporters.proto.common.v1.RefusalConsequence.class,
                                        "REFUSAL_CONSEQUENCE_",
                                        Optional.ofNullable(input.onRefusal())
                                                .orElse(RefusalConsequence.GENERAL)))
                        .setHourlyWage(Bounds.money(input.hourlyWage(), "hourlyWage"))
                        .setRestPaid(input.restPaid())
                        .setRolloutPercent(
                                (int)
                                        Bounds.within(
                                                input.rolloutPercent(), "rolloutPercent", 0, 100))
                        .setMaxPickup(seconds(input.maxPickupSeconds(), "maxPickupSeconds"))
                        .setMaxCandidates(
                                (int) Bounds.within(input.maxCandidates(), "maxCandidates", 1, 128))
                        .setUnreachableAfter(
                                seconds(
                                        input.unreachableAfterSeconds(),
                                        "unreachableAfterSeconds"));
        if (input.appRules() != null) {
            Bounds.listed(input.appRules(), "appRules")
                    .forEach(rule -> policy.addAppRules(rule(rule)));
        }
        return policy.build();
    }

    private static Box box(BoxInput box) {
        return Box.newBuilder()
                .setSouthWest(Bounds.point(box.south(), box.west(), "bounds"))
                .setNorthEast(Bounds.point(box.north(), box.east(), "bounds"))
                .build();
    }

    private static AppRule rule(AppRuleInput rule) {
        return AppRule.newBuilder()
                .setPlatform(Bounds.constant(AppPlatform.class, "APP_PLATFORM_", rule.platform()))
                .setMinVersion(Bounds.text(rule.minVersion(), "minVersion", 40))
                .build();
    }

    private static com.google.protobuf.Duration seconds(int seconds, String field) {
        return Timestamps.of(Duration.ofSeconds(Bounds.within(seconds, field, 1, DAY_SECONDS)));
    }
}
