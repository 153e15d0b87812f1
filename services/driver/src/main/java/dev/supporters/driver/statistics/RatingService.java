package dev.supporters.driver.statistics;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Customers' ratings of drives: one for each call. */
@ApplicationScoped
public class RatingService {

    private final AggregateStore<DriverDay> days;
    private final Clock clock;

    RatingService(AggregateStore<DriverDay> days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /**
     * A customer's rating.
     *
     * @param endTime when the drive was completed; a call has one, so all ratings of a call come to the same day
     */
    public record CustomerRating(
            String requestId,
            CallId callId,
            DriverId driverId,
            Product product,
            Instant endTime,
            int stars) {

        /** Whether this is the request of a rating of its call. */
        boolean made(Rating rating) {
            return rating.requestId().equals(requestId) && rating.stars() == stars;
        }
    }

    /**
     * A rating names its request, so one that is repeated is known by the rating that it made, also if an earlier version has made it, whose
     * digests of requests contained more. Refused: INVALID_ARGUMENT, if the drive was too long ago; REQUEST_ID_REUSED, DRIVE_RATED.
     */
    public Rating rate(CustomerRating order) {
        LastWeeks weeks = LastWeeks.until(clock);
        DriverDay.Key key =
                new DriverDay.Key(
                        order.driverId(),
                        order.product(),
                        weeks.require(LastWeeks.date(order.endTime()), "end_time"));
        return days.find(key.id())
                .flatMap(day -> find(day.value(), order.callId()))
                .filter(order::made)
                .orElseGet(() -> add(order, key));
    }

    private Rating add(CustomerRating order, DriverDay.Key key) {
        DriverDay rated =
                days.change(
                                key.id(),
                                RequestCause.of(
                                        "rate", order.requestId(), order.callId(), order.stars()),
                                (current, version) -> {
                                    DriverDay day = current.orElseGet(() -> DriverDay.empty(key));
                                    requireUnrated(day, order.callId());
                                    Rating rating = rating(order);
                                    return Optional.of(
                                            Change.to(
                                                    day.with(rating),
                                                    StatisticsEvents.rated(key, rating)));
                                })
                        .value();
        return find(rated, order.callId()).orElseThrow();
    }

    private Rating rating(CustomerRating order) {
        return new Rating(
                order.callId(),
                order.stars(),
                order.requestId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static void requireUnrated(DriverDay day, CallId callId) {
        find(day, callId)
                .ifPresent(rating -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_DRIVE_RATED,
                            "call_id: " + callId + ", rated at " + rating.time(),
                            "a drive that is not rated");
                });
    }

    private static Optional<Rating> find(DriverDay day, CallId callId) {
        return day.ratings().stream().filter(rating -> rating.callId().equals(callId)).findFirst();
    }
}
