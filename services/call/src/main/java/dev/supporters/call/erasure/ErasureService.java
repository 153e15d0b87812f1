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

/**
 * Erases customers. First the note that it is requested, by which a call that is heard of or ends later is erased when it is settled;
 * then the calls; then it is noted as finished, with the event by which others erase. Where somebody dies in between the note has no end,
 * and the request, sent again, goes on.
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
    public record ErasureRequest(String requestId, String customerId, String actor, String reason) {

        /** Says nothing of the customer, so that her id does not get into a log. */
        @Override
        public String toString() {
            return "Order[requestId=" + requestId + "]";
        }
    }

    /** A request that is repeated is answered as it was. Refused: CUSTOMER_HAS_LIVE_CALL, REQUEST_ID_REUSED. */
    public Erasure.Answer erase(ErasureRequest order) {
        String digest = CustomerDigest.of(order.customerId());
        Erasure noted =
                erasures.change(
                                digest,
                                RequestCause.of(
                                        "erase", order.requestId(), order.actor(), order.reason()),
                                (current, version) -> {
                                    requireNoLiveCall(order.customerId());
                                    return Optional.of(Change.to(begun(order, current)));
                                })
                        .value();
        return noted.answerBefore(order.requestId())
                .orElseGet(() ->
                        noted.finished()
                                ? noted.answer()
                                : finish(order.customerId(), digest, noted).answer());
    }

    /** One that was not finished is part of this one, and its calls keep their pseudonym. */
    private Erasure begun(ErasureRequest order, Optional<Erasure> before) {
        return new Erasure(
                order.requestId(),
                order.actor(),
                order.reason(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                before.map(Erasure::calls).orElse(0),
                before.map(Erasure::pseudonym)
                        .filter(pseudonym -> !pseudonym.isEmpty())
                        .orElseGet(Pseudonyms::random),
                before.map(Erasure::answered).orElse(List.of()));
    }

    private Erasure finish(String customerId, String digest, Erasure noted) {
        eraseCalls(customerId, noted);
        int erased = forEachPage(noted.pseudonym(), CallPage.Filter.FOREVER, List::size);
        Erasure erasure =
                erasures.change(
                                digest,
                                "",
                                (current, version) ->
                                        current.filter(noted::equals)
                                                .map(erasing -> finished(digest, erasing, erased)))
                        .value();
        LOG.infof(
                "customer erased customer=%s calls=%d by=%s",
                digest, erasure.calls(), erasure.actor());
        return erasure;
    }

    private static Change<Erasure> finished(String digest, Erasure erasing, int erased) {
        CustomerEvent event =
                CustomerEvent.newBuilder()
                        .setCustomerDigest(digest)
                        .setEventTime(Timestamps.of(erasing.time()))
                        .setErased(CustomerErased.getDefaultInstance())
                        .build();
        return Change.to(
                erasing.finish(erased),
                new Event(Topics.CUSTOMERS, digest, "supporters.customer.erased.v1", event));
    }

    /** All of them, or none: a live one would be left half. */
    private void requireNoLiveCall(String customerId) {
        forEachPage(
                customerId,
                CallPage.Filter.FOREVER,
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
    }

    /** Those that the note covers. One that is live by now is erased when it is settled. */
    private void eraseCalls(String customerId, Erasure noted) {
        forEachPage(
                customerId,
                noted.time().plusMillis(1),
                page ->
                        (int)
                                page.stream()
                                        .filter(call ->
                                                calls.erase(
                                                        call.value().id(),
                                                        customerId,
                                                        noted.pseudonym()))
                                        .count());
    }

    private int forEachPage(String customerId, Instant end, PageAction action) {
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
                                    end,
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

        /** How many count. */
        int apply(List<Versioned<Call>> page);
    }
}
