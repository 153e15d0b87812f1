package dev.supporters.policy.book;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.policy.v1.Policy;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A version as the interface registry has it. */
public final class PolicyMessages {

    private static final DateTimeFormatter HOURS_AND_MINUTES =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private PolicyMessages() {}

    public static Policy policy(Revision revision) {
        Terms terms = revision.terms();
        Policy.Builder policy =
                Policy.newBuilder()
                        .setProduct(revision.key().product())
                        .setRegion(revision.key().region())
                        .setVersion(revision.version())
                        .setBounds(box(terms.bounds()))
                        .setTimeZone(terms.window().zone().getId())
                        .setWindowBegin(HOURS_AND_MINUTES.format(terms.window().begin()))
                        .setWindowLength(Timestamps.of(terms.window().length()))
                        .setVeto(Timestamps.of(terms.veto()))
                        .setOnRefusal(terms.onRefusal())
                        .setHourlyWage(money(terms.wage()))
                        .setRestPaid(terms.restPaid())
                        .setRolloutPercent(terms.rolloutPercent())
                        .setMaxPickup(Timestamps.of(terms.maxPickup()))
                        .setMaxCandidates(terms.maxCandidates())
                        .setUnreachableAfter(Timestamps.of(terms.unreachableAfter()))
                        .setUpdateTime(Timestamps.of(revision.updateTime()))
                        .setUpdatedBy(revision.updatedBy());
        terms.appRules().forEach(rule -> policy.addAppRules(rule(rule)));
        return policy.build();
    }

    private static Box box(Bounds bounds) {
        return Box.newBuilder()
                .setSouthWest(point(bounds.south(), bounds.west()))
                .setNorthEast(point(bounds.north(), bounds.east()))
                .build();
    }

    private static Point point(double lat, double lng) {
        return Point.newBuilder().setLat(lat).setLng(lng).build();
    }

    private static Money money(Wage wage) {
        return Money.newBuilder()
                .setAmount(wage.amount())
                .setCurrency(wage.currency().getCurrencyCode())
                .build();
    }

    private static dev.supporters.proto.policy.v1.AppRule rule(AppRule rule) {
        return dev.supporters.proto.policy.v1.AppRule.newBuilder()
                .setPlatform(rule.platform())
                .setMinVersion(rule.minVersion())
                .build();
    }
}
