package dev.supporters.call.erasure;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallPage;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.CallRepository;
import dev.supporters.contract.CustomerDigest;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.events.customer.v1.CustomerErased;
import dev.supporters.proto.events.customer.v1.CustomerEvent;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Erases customers. First the calls, then the note that it was done, with the event by which others erase; whoever dies in between has
 * promised nothing, and the request may be sent again. What comes later of the same customer is erased when it is settled, by the note.
 */
@ApplicationScoped
public class ErasureService {

    private static final Logger LOG = Logger.getLogger(ErasureService.class);
    private static final int PAGE = 200;

    private final CallRepository calls;
    private final AggregateStore<Erasure> erasures;
    private final Clock clock;

    public ErasureService(CallRepository calls, AggregateStore<Erasure> erasures, Clock clock) {
        this.calls = calls;
        this.erasures = erasures;
        this.clock = clock;
    }

    /**
     * Who is erased.
     *
     * @param actor who erases
     */
    public record Order(String requestId, String customerId, String actor, String reason) {

        /** Says nothing of the customer, so that her id does not get into a log. */
        @Override
        public String toString() {
            return "Order[requestId=" + requestId + "]";
        }
    }

    /** Refused: CUSTOMER_HAS_LIVE_CALL, REQUEST_ID_REUSED. */
    public Erasure erase(Order order) {
        String digest = CustomerDigest.of(order.customerId());
        Optional<Erasure> done = erasures.find(digest).map(Versioned::value);
        int erased = done.filter(same(order)).isPresent() ? 0 : eraseCalls(order.customerId());
        Erasure erasure =
                erasures.change(
                                digest,
                                RequestCause.of(
                                        "erase", order.requestId(), order.actor(), order.reason()),
                                (current, version) ->
                                        Optional.of(noted(order, digest, current, erased)))
                        .value();
        LOG.infof(
                "customer erased customer=%s calls=%d by=%s",
                digest, erasure.calls(), erasure.actor());
        return erasure;
    }

    private static Predicate<Erasure> same(Order order) {
        return erasure -> erasure.requestId().equals(order.requestId());
    }

    private Change<Erasure> noted(
            Order order, String digest, Optional<Erasure> before, int erased) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int calls = before.map(Erasure::calls).orElse(0) + erased;
        CustomerEvent event =
                CustomerEvent.newBuilder()
                        .setCustomerDigest(digest)
                        .setEventTime(Timestamps.of(now))
                        .setErased(CustomerErased.getDefaultInstance())
                        .build();
        return Change.to(
                new Erasure(order.requestId(), order.actor(), order.reason(), now, calls),
                new Event(Topics.CUSTOMERS, digest, "supporters.customer.erased.v1", event));
    }

    /** All of them, or none: a live one would be left half. */
    private int eraseCalls(String customerId) {
        forEachPage(
                customerId,
                page -> {
                    page.stream()
                            .map(Versioned::value)
                            .filter(call -> !call.settled())
                            .findFirst()
                            .ifPresent(call -> {
                                throw CallRefusals.liveCall(call.id());
                            });
                    return 0;
                });
        String pseudonym = Pseudonyms.random();
        return forEachPage(
                customerId,
                page ->
                        (int)
                                page.stream()
                                        .filter(call ->
                                                calls.erase(
                                                        call.value().id(), customerId, pseudonym))
                                        .count());
    }

    private int forEachPage(String customerId, PageAction action) {
        Optional<CallPage.Cursor> after = Optional.empty();
        int sum = 0;
        while (true) {
            List<Versioned<Call>> page =
                    calls.list(
                            new CallPage.Filter(
                                    Set.of(),
                                    customerId,
                                    Optional.empty(),
                                    CallPage.Filter.EVER,
                                    CallPage.Filter.FOREVER,
                                    after),
                            PAGE);
            sum += action.apply(page);
            if (page.size() < PAGE) {
                return sum;
            }
            after = Optional.of(CallPage.Cursor.of(page.getLast().value()));
        }
    }

    /** What is done with a page of calls. */
    @FunctionalInterface
    private interface PageAction {

        /** How many it has erased. */
        int apply(List<Versioned<Call>> page);
    }
}
