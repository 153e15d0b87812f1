package dev.supporters.policy.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.DriverTagRule;
import dev.supporters.contract.JoinPolicy;
import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.ZonePolicy;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The parts of a policy about assignment, moves, zones, who may join, abuse and calls, as parts of its document. */
final class PolicyPartsMapper {

    /** Only where there are any. */
    private static final String DRIVER_TAGS = "driverTags";

    private PolicyPartsMapper() {}

    static Document write(AssignmentPolicy part) {
        Document written =
                new Document("pickupGrowth", stored(part.pickupGrowth()))
                        .append("hold", stored(part.hold()))
                        .append("chaining", part.chaining())
                        .append("chainWithin", stored(part.chainWithin()));
        part.firstPickup().ifPresent(first -> written.append("firstPickup", stored(first)));
        part.shiftEndTolerance()
                .ifPresent(tolerance -> written.append("shiftEndTolerance", stored(tolerance)));
        if (!part.driverTags().isEmpty()) {
            written.append(
                    DRIVER_TAGS, part.driverTags().stream().map(PolicyPartsMapper::write).toList());
        }
        return written;
    }

    static AssignmentPolicy assignment(StoredFields part) {
        return new AssignmentPolicy(
                findDuration(part, "firstPickup"),
                part.duration("pickupGrowth"),
                part.duration("hold"),
                part.flag("chaining"),
                part.duration("chainWithin"),
                findDuration(part, "shiftEndTolerance"),
                part.has(DRIVER_TAGS)
                        ? part.parts(DRIVER_TAGS).stream().map(PolicyPartsMapper::rule).toList()
                        : List.of());
    }

    private static Document write(DriverTagRule rule) {
        return new Document("callTag", rule.callTag())
                .append("driverTag", rule.driverTag())
                .append("forbidden", rule.forbidden());
    }

    private static DriverTagRule rule(StoredFields rule) {
        return new DriverTagRule(
                rule.text("callTag"), rule.text("driverTag"), rule.flag("forbidden"));
    }

    static Document write(MovePolicy part) {
        return new Document("enabled", part.enabled())
                .append("minInterval", stored(part.minInterval()))
                .append("afterDecline", stored(part.afterDecline()))
                .append("restAdvice", part.restAdvice())
                .append("restBegin", stored(part.restBegin()))
                .append("restEnd", stored(part.restEnd()))
                .append("restPercent", part.restPercent());
    }

    static MovePolicy moves(StoredFields part) {
        return new MovePolicy(
                part.flag("enabled"),
                part.duration("minInterval"),
                part.duration("afterDecline"),
                part.flag("restAdvice"),
                part.duration("restBegin"),
                part.duration("restEnd"),
                part.integer("restPercent"));
    }

    static Document write(ZonePolicy part) {
        Document written =
                new Document("enabled", part.enabled())
                        .append("openDemand", part.openDemand())
                        .append("closeDemand", part.closeDemand())
                        .append("minCells", part.minCells())
                        .append("closingWarning", stored(part.closingWarning()))
                        .append("capacity", part.capacity());
        part.maxWagePerCall()
                .ifPresent(
                        most -> written.append("maxWagePerCall", PolicyRevisionMapper.write(most)));
        return written;
    }

    static ZonePolicy zones(StoredFields part) {
        return new ZonePolicy(
                part.flag("enabled"),
                part.decimal("openDemand"),
                part.decimal("closeDemand"),
                part.integer("minCells"),
                part.duration("closingWarning"),
                part.integer("capacity"),
                part.findPart("maxWagePerCall").map(PolicyRevisionMapper::money));
    }

    static Document write(AbusePolicy part) {
        Document written =
                new Document("enabled", part.enabled())
                        .append("falseAlarmsPerMillion", part.falseAlarmsPerMillion())
                        .append("leastEvents", part.leastEvents())
                        .append("cancelledWithin", stored(part.cancelledWithin()))
                        .append("coldCallsPerHour", part.coldCallsPerHour())
                        .append("leastColdWaiting", stored(part.leastColdWaiting()))
                        .append("darkAfter", stored(part.darkAfter()))
                        .append("drivesBeyond", stored(part.drivesBeyond()))
                        .append("contradictedMeters", part.contradictedMeters());
        if (part.nights() > 0) {
            written.append("nights", part.nights());
        }
        return written;
    }

    static AbusePolicy abuse(StoredFields part) {
        return new AbusePolicy(
                part.flag("enabled"),
                part.integer("falseAlarmsPerMillion"),
                part.integer("leastEvents"),
                part.duration("cancelledWithin"),
                part.decimal("coldCallsPerHour"),
                part.duration("leastColdWaiting"),
                part.duration("darkAfter"),
                part.duration("drivesBeyond"),
                part.integer("contradictedMeters"),
                part.has("nights") ? part.integer("nights") : 0);
    }

    static Document write(JoinPolicy part) {
        Document written =
                new Document("minCompletedDrives", part.minCompletedDrives())
                        .append("minRating", part.minRating())
                        .append("reapplyAfter", stored(part.reapplyAfter()));
        part.maxCancellationPercent()
                .ifPresent(most -> written.append("maxCancellationPercent", most));
        part.maxAccidents().ifPresent(most -> written.append("maxAccidents", most));
        part.maxFines().ifPresent(most -> written.append("maxFines", most));
        return written;
    }

    static JoinPolicy join(StoredFields part) {
        return new JoinPolicy(
                part.integer("minCompletedDrives"),
                findInteger(part, "maxCancellationPercent"),
                findInteger(part, "maxAccidents"),
                findInteger(part, "maxFines"),
                part.decimal("minRating"),
                part.duration("reapplyAfter"));
    }

    static Document write(CallPolicy part) {
        Document written =
                new Document("maxLiveCalls", part.maxLiveCalls())
                        .append("distancePercent", part.distancePercent())
                        .append("farePercent", part.farePercent());
        part.baseFare()
                .ifPresent(fare -> written.append("baseFare", PolicyRevisionMapper.write(fare)));
        part.farePerKm()
                .ifPresent(fare -> written.append("farePerKm", PolicyRevisionMapper.write(fare)));
        return written;
    }

    static CallPolicy calls(StoredFields part) {
        return new CallPolicy(
                part.integer("maxLiveCalls"),
                part.integer("distancePercent"),
                part.findPart("baseFare").map(PolicyRevisionMapper::money),
                part.findPart("farePerKm").map(PolicyRevisionMapper::money),
                part.integer("farePercent"));
    }

    private static OptionalInt findInteger(StoredFields part, String field) {
        return part.has(field) ? OptionalInt.of(part.integer(field)) : OptionalInt.empty();
    }

    private static Optional<Duration> findDuration(StoredFields part, String field) {
        return part.has(field) ? Optional.of(part.duration(field)) : Optional.empty();
    }
}
