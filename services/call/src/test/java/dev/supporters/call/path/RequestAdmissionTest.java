package dev.supporters.call.path;

import static dev.supporters.call.SampleCalls.CUSTOMER;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.ServiceFixture;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallOrder;
import dev.supporters.call.life.CallState.Canceller;
import dev.supporters.contract.CallId;
import dev.supporters.contract.CustomerDigest;
import dev.supporters.contract.Money;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.testkit.Race;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** A customer may have three live calls here; the policy's currency is won. */
class RequestAdmissionTest {

    private static final int MOST = 3;

    private final ServiceFixture service = new ServiceFixture();

    @BeforeEach
    void policy() {
        put(1, MOST);
    }

    @Test
    void refusesACallBesideAsManyLiveOnesAsThePolicyAllows() {
        // Given
        requestAll(1, MOST);

        // When
        Refusal refusal = refused(() -> request(4), ErrorReason.ERROR_REASON_TOO_MANY_CALLS);

        // Then
        assertThat(refusal.offending()).isEqualTo("a call beside 3 live ones");
        assertThat(refusal.expected())
                .isEqualTo("less than 3 live calls of a customer, as the policy of seoul says");
        assertThat(service.calls.find(id(4))).isEmpty();
    }

    @Test
    void ofAllCallsThatOneCustomerRequestsAtOnceNeverMoreAreLiveThanMayBe() {
        for (int round = 0; round < 20; round++) {
            // Given
            ServiceFixture here = new ServiceFixture();
            put(here, 1, MOST);
            List<Callable<Boolean>> attempts =
                    IntStream.rangeClosed(1, 12).mapToObj(number -> attempt(here, number)).toList();

            // When
            List<Boolean> admitted = Race.run(attempts);

            // Then
            assertThat(admitted).filteredOn(found -> found).hasSize(MOST);
            assertThat(here.documents.all()).hasSize(MOST);
        }
    }

    @Test
    void theSameRequestManyTimesAtOnceIsOneLiveCall() {
        // Given
        requestAll(1, MOST - 1);
        Callable<Boolean> same = attempt(service, MOST);

        // When
        List<Boolean> admitted = Race.run(List.of(same, same, same, same));

        // Then
        assertThat(admitted).containsOnly(true);
        assertThat(service.documents.all()).hasSize(MOST);
    }

    @Test
    void aRequestThatWasAnsweredIsAnsweredAsBeforeAlsoWhenTheCustomerMayHaveNoMore() {
        // Given
        Call first = request(1).value();
        cancelled(1);
        requestAll(2, MOST + 1);
        refused(() -> request(5), ErrorReason.ERROR_REASON_TOO_MANY_CALLS);

        // When
        Call again = request(1).value();

        // Then
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.state().ended()).isTrue();
        refused(() -> request(5), ErrorReason.ERROR_REASON_TOO_MANY_CALLS);
    }

    @Test
    void aCallThatEndsMakesRoomForAnother() {
        // Given
        requestAll(1, MOST);
        refused(() -> request(4), ErrorReason.ERROR_REASON_TOO_MANY_CALLS);

        // When
        cancelled(2);
        request(4);

        // Then
        assertThat(service.calls.find(id(4))).isPresent();
        refused(() -> request(5), ErrorReason.ERROR_REASON_TOO_MANY_CALLS);
    }

    @Test
    void aCallThatNeverCameToBeCountsForAMinute() {
        // Given a process that died before it stored the call
        requestAll(1, MOST - 1);
        service.customers.change(
                CustomerDigest.of(CUSTOMER),
                "",
                (current, version) ->
                        Optional.of(
                                Change.to(
                                        current.orElseThrow()
                                                .with(id(9), service.clock.instant()))));
        refused(() -> request(4), ErrorReason.ERROR_REASON_TOO_MANY_CALLS);

        // When
        service.clock.advance(Duration.ofMinutes(1));
        request(4);

        // Then
        assertThat(service.calls.find(id(4))).isPresent();
    }

    @Test
    void anotherCustomersCallTakesNoPlace() {
        // Given a number that was given twice
        requestAll(1, MOST - 1);
        service.have(Call.requested(order(id(9), "7002", won(18_000))));
        assertThatThrownBy(() -> request(9)).isInstanceOf(Refusal.class);

        // When
        request(4);

        // Then
        assertThat(service.calls.find(id(4))).isPresent();
    }

    @Test
    void eachCustomerHasCallsOfTheirOwn() {
        // Given
        requestAll(1, MOST);

        // When
        service.requests.request(order(id(4), "7002", won(18_000)));

        // Then
        assertThat(service.calls.find(id(4))).isPresent();
    }

    @Test
    void aPolicyThatDoesNotSayAllowsFive() {
        // Given
        put(2, 0);
        requestAll(1, 5);

        // When and then
        refused(() -> request(6), ErrorReason.ERROR_REASON_TOO_MANY_CALLS);
    }

    @Test
    void whereNoPolicyAppliesNothingIsLimited() {
        // Given a place far away, from which no call goes to supporters
        Position busan = new Position(35.1, 129);

        // When
        for (int number = 1; number <= 2 * MOST; number++) {
            service.requests.request(SampleCalls.order(id(number), NOW, busan));
        }

        // Then
        assertThat(service.documents.all()).hasSize(2 * MOST);
    }

    @Test
    void refusesAFareInAnotherCurrencyAndNamesBoth() {
        // When
        Refusal refusal =
                refused(
                        () ->
                                service.requests.request(
                                        order(id(1), CUSTOMER, new Money(1_800, "USD"))),
                        ErrorReason.ERROR_REASON_WRONG_CURRENCY);

        // Then
        assertThat(refusal.offending()).isEqualTo("fare.currency: USD");
        assertThat(refusal.expected()).isEqualTo("KRW, the currency of the policy of seoul");
        assertThat(service.calls.find(id(1))).isEmpty();
    }

    @Test
    void aFareOfNothingIsInNoCurrency() {
        // When
        service.requests.request(order(id(1), CUSTOMER, new Money(0, "XXX")));

        // Then
        assertThat(service.calls.find(id(1))).isPresent();
    }

    @Test
    void aCallThatTheCallerHasNumberedExistsThereSoItsCurrencyIsLeftToRouting() {
        // Given
        service.router.decides(new PathDecision.ToGeneral("WRONG_CURRENCY", List.of(), true));

        // When
        Call call =
                service.requests
                        .request(order(new CallId("254137"), CUSTOMER, new Money(1_800, "USD")))
                        .value();

        // Then
        assertThat(call.reason()).isEqualTo("WRONG_CURRENCY");
        assertThat(service.legacy.handedOver).extracting(Call::id).containsExactly(call.id());
    }

    @Test
    void aRequestThatWasAnsweredIsAnsweredAsBeforeAlsoUnderAPolicyOfAnotherCurrency() {
        // Given
        request(1);
        put(service, 2, MOST, "USD");

        // When
        Call again = request(1).value();

        // Then
        assertThat(again.id()).isEqualTo(id(1));
        refused(() -> request(2), ErrorReason.ERROR_REASON_WRONG_CURRENCY);
    }

    private void requestAll(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(this::request);
    }

    private Versioned<Call> request(int number) {
        return service.requests.request(order(id(number), CUSTOMER, won(18_000)));
    }

    private void cancelled(int number) {
        service.calls.change(
                id(number), "", call -> Optional.of(call.cancelled(Canceller.CUSTOMER, NOW)));
    }

    private static Callable<Boolean> attempt(ServiceFixture here, int number) {
        return () -> {
            try {
                here.requests.request(order(id(number), CUSTOMER, won(18_000)));
                return true;
            } catch (Refusal refusal) {
                assertThat(refusal.reason()).isEqualTo(ErrorReason.ERROR_REASON_TOO_MANY_CALLS);
                return false;
            }
        };
    }

    private static Refusal refused(ThrowingCallable request, ErrorReason reason) {
        Refusal[] found = new Refusal[1];
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason()).isEqualTo(reason);
                            found[0] = refusal;
                        });
        return found[0];
    }

    private void put(long version, int maxLiveCalls) {
        put(service, version, maxLiveCalls);
    }

    private static void put(ServiceFixture here, long version, int maxLiveCalls) {
        put(here, version, maxLiveCalls, "KRW");
    }

    private static void put(ServiceFixture here, long version, int maxLiveCalls, String currency) {
        Policy.Builder policy =
                PolicyDefaults.policy()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("seoul")
                        .setVersion(version)
                        .setBounds(new RegionBounds(37.2, 126.7, 37.7, 127.3).toProto())
                        .setHourlyWage(new Money(14_000, currency).toProto());
        if (maxLiveCalls > 0) {
            policy.getCallsBuilder().setMaxLiveCalls(maxLiveCalls);
        }
        here.policies.put(PolicyPut.newBuilder().setPolicy(policy).build());
    }

    /** As the gateway numbers. */
    private static CallId id(int number) {
        return new CallId("90000000000000000" + number);
    }

    private static CallOrder order(CallId callId, String customerId, Money fare) {
        CallOrder order = SampleCalls.order(callId, NOW);
        return new CallOrder(
                callId,
                order.product(),
                customerId,
                order.customerName(),
                order.origin(),
                order.destination(),
                order.stopover(),
                fare,
                order.distanceMeters(),
                order.appLocation(),
                order.createTime());
    }

    private static Money won(long amount) {
        return new Money(amount, "KRW");
    }
}
