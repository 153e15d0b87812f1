package dev.supporters.call.path;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallOrder;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.CallRepository;
import dev.supporters.contract.CallId;
import dev.supporters.contract.CallNumbers;
import dev.supporters.contract.CustomerDigest;
import dev.supporters.contract.Money;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a customer may request a call, by the policy at its origin. The live calls of a customer are one document, and a call takes its
 * place there by a conditional update, so that never more are live than may be, however many are requested at once. Without a policy
 * nothing is limited: then no call goes to supporters.
 */
@ApplicationScoped
public class RequestAdmission {

    /** A place that was taken so long ago for a call that there is not yet: its request failed. */
    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private final CallPolicies policies;
    private final AggregateStore<CustomerCalls> customers;
    private final CallRepository calls;
    private final Clock clock;

    public RequestAdmission(
            CallPolicies policies,
            AggregateStore<CustomerCalls> customers,
            CallRepository calls,
            Clock clock) {
        this.policies = policies;
        this.customers = customers;
        this.calls = calls;
        this.clock = clock;
    }

    /** Refused: WRONG_CURRENCY, TOO_MANY_CALLS. What is known already was admitted once, so it is not refused again. */
    void admit(CallOrder order) {
        Optional<Refusal> refusal =
                order.origin()
                        .position()
                        .flatMap(origin -> policies.at(order.product(), origin))
                        .flatMap(terms -> refusal(order, terms));
        if (refusal.isPresent() && calls.find(order.callId()).isEmpty()) {
            throw refusal.get();
        }
    }

    private Optional<Refusal> refusal(CallOrder order, CallTerms terms) {
        if (isForeign(order.fare(), terms) && !existsElsewhere(order.callId())) {
            return Optional.of(
                    CallRefusals.wrongCurrency(
                            order.fare().currency(), terms.currency(), terms.region()));
        }
        return takesPlace(order, terms.maxLiveCalls())
                ? Optional.empty()
                : Optional.of(CallRefusals.tooManyCalls(terms.maxLiveCalls(), terms.region()));
    }

    /** Nothing is the same in every currency. */
    private static boolean isForeign(Money fare, CallTerms terms) {
        return fare.amount() != 0 && !fare.currency().equals(terms.currency());
    }

    /** Whether others have numbered it: routing sends it to general dispatch then. */
    private static boolean existsElsewhere(CallId callId) {
        return callId.value().length() <= CallNumbers.FOREIGN_DIGITS;
    }

    private boolean takesPlace(CallOrder order, int most) {
        CallId callId = order.callId();
        Instant now = clock.instant();
        return customers
                .react(
                        CustomerDigest.of(order.customerId()),
                        "",
                        (current, version) -> {
                            CustomerCalls before = current.orElseGet(CustomerCalls::none);
                            if (before.has(callId)) {
                                return Optional.empty();
                            }
                            CustomerCalls left =
                                    before.full(most)
                                            ? before.without(over(before, order.customerId(), now))
                                            : before;
                            return left.full(most)
                                    ? Optional.empty()
                                    : Optional.of(Change.to(left.with(callId, now)));
                        })
                .filter(after -> after.value().has(callId))
                .isPresent();
    }

    /** The calls that count no more: they have ended, were never stored, or are another customer's, whose number was taken. */
    private Set<CallId> over(CustomerCalls full, String customerId, Instant now) {
        Map<CallId, Call> found =
                calls.findAll(full.admitted().keySet()).stream()
                        .map(Versioned::value)
                        .collect(Collectors.toMap(Call::id, Function.identity()));
        Set<CallId> over = new HashSet<>();
        full.admitted()
                .forEach((callId, since) -> {
                    Call call = found.get(callId);
                    boolean live =
                            call == null
                                    ? now.isBefore(since.plus(ABANDONED))
                                    : !call.state().ended()
                                            && call.order().customerId().equals(customerId);
                    if (!live) {
                        over.add(callId);
                    }
                });
        return over;
    }
}
