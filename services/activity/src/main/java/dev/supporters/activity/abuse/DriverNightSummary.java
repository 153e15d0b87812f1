package dev.supporters.activity.abuse;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.abuse.AbuseKind;
import dev.supporters.dispatch.abuse.NightSummary;
import dev.supporters.dispatch.abuse.SeveralNights;

import java.time.Instant;
import java.util.Set;

/**
 * What remains of a driver's night that was judged, for sums over several nights.
 *
 * @param signalled the kinds of which it was a signal, alone or with nights before it
 */
public record DriverNightSummary(
        NightKey night, NightSummary summary, Set<AbuseKind> signalled, Instant judgeTime) {

    public DriverNightSummary {
        requireNonNull(night);
        requireNonNull(summary);
        signalled = Set.copyOf(signalled);
        requireNonNull(judgeTime);
    }

    public String id() {
        return id(night, summary.driverId());
    }

    /** Ids of drivers have no slash. */
    public static String id(NightKey night, DriverId driverId) {
        return night.id() + "/" + driverId.value();
    }

    SeveralNights.SummarizedNight asNight() {
        return new SeveralNights.SummarizedNight(night.businessDate(), summary, signalled);
    }
}
