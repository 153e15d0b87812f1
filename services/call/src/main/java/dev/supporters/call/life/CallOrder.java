package dev.supporters.call.life;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.function.UnaryOperator;

/** What a customer asked for. It never changes, unless the customer is erased. */
public record CallOrder(
        CallId callId,
        Product product,
        String customerId,
        String customerName,
        Place origin,
        Place destination,
        Place stopover,
        Money fare,
        int distanceMeters,
        Place appLocation,
        Instant createTime) {

    public CallOrder {
        requireNonNull(callId);
        requireNonNull(product);
        requireNonNull(customerId);
        requireNonNull(customerName);
        requireNonNull(origin);
        requireNonNull(destination);
        requireNonNull(stopover);
        requireNonNull(fare);
        requireNonNull(appLocation);
        requireNonNull(createTime);
    }

    /** Whether it asks for the same, whenever that was. */
    public boolean asksTheSameAs(CallOrder other) {
        return equals(other.requestedAt(createTime));
    }

    /** Says nothing of the customer and the places, so that they don't get into a log. */
    @Override
    public String toString() {
        return "CallOrder[callId=" + callId + "]";
    }

    /**
     * What is kept of an order whose customer was erased: when it was, what it cost, and roughly where.
     *
     * @param pseudonym in the place of the customer's id
     * @param rough makes a place a rough one
     */
    CallOrder erased(String pseudonym, UnaryOperator<Place> rough) {
        return new CallOrder(
                callId,
                product,
                pseudonym,
                "",
                rough.apply(origin),
                rough.apply(destination),
                Place.NONE,
                fare,
                distanceMeters,
                Place.NONE,
                createTime);
    }

    private CallOrder requestedAt(Instant time) {
        return new CallOrder(
                callId,
                product,
                customerId,
                customerName,
                origin,
                destination,
                stopover,
                fare,
                distanceMeters,
                appLocation,
                time);
    }
}
