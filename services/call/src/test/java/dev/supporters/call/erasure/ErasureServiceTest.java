package dev.supporters.call.erasure;

import static dev.supporters.call.SampleCalls.CUSTOMER;
import static dev.supporters.call.SampleCalls.NOW;
import static dev.supporters.call.SampleCalls.SECRET;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.ServiceFixture;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState.Canceller;
import dev.supporters.call.life.CallState.Completed;
import dev.supporters.call.life.FollowUp.Kind;
import dev.supporters.contract.CallId;
import dev.supporters.contract.CustomerDigest;
import dev.supporters.contract.Place;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.customer.v1.CustomerErased;
import dev.supporters.proto.events.customer.v1.CustomerEvent;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class ErasureServiceTest {

    private static final String DIGEST = CustomerDigest.of(CUSTOMER);

    private final ServiceFixture service = new ServiceFixture();

    @Test
    void leavesOfACallWhatItWasAndRoughlyWhere() {
        // Given
        Call before = completed(1).tagged(List.of("vip"));
        service.have(before);

        // When
        erase("r1");

        // Then
        Call after = call(1);
        assertThat(after.order().customerId()).startsWith("erased-").doesNotContain(CUSTOMER);
        assertThat(after.order().customerName()).isEmpty();
        for (Place place : List.of(after.order().origin(), after.order().destination())) {
            assertThat(place).isEqualTo(place.withoutTexts());
        }
        assertThat(after.order().destination()).isNotEqualTo(before.order().destination());
        double meters =
                after.order()
                        .origin()
                        .position()
                        .orElseThrow()
                        .metersTo(before.order().origin().position().orElseThrow());
        assertThat(meters).isBetween(1.0, 700.0);
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.since()).isEqualTo(before.since());
        assertThat(after.tags()).isEmpty();
        assertThat(after.order().fare()).isEqualTo(before.order().fare());
        assertThat(after.order().createTime()).isEqualTo(before.order().createTime());
        assertThat(service.calls.find(id(1)).orElseThrow().toString()).doesNotContain(SECRET);
    }

    @Test
    void allCallsOfACustomerHaveTheSamePseudonymAndThoseOfOthersStay() {
        // Given
        for (int number = 1; number <= 450; number++) {
            service.have(completed(number));
        }

        // When
        Erasure.Answer erasure = erase("r1");

        // Then
        assertThat(erasure.calls()).isEqualTo(450);
        assertThat(service.documents.all())
                .extracting(call -> call.value().order().customerId())
                .doesNotContain(CUSTOMER);
        assertThat(
                        service.documents.all().stream()
                                .map(call -> call.value().order().customerId())
                                .distinct())
                .hasSize(1);
        assertThat(service.erasing.erase(order("r2", "nobody")).calls()).isZero();
    }

    @Test
    void keepsWhoErasedAndWhyUnderTheDigestAndTellsTheDigestAlone() {
        // Given
        service.have(completed(1));

        // When
        erase("r1");

        // Then
        assertThat(service.erasures.all())
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.id()).isEqualTo(DIGEST).doesNotContain(CUSTOMER);
                    assertThat(note.value())
                            .isEqualTo(
                                    new Erasure(
                                            "r1", "operator-1", "her wish", NOW, 1, "", List.of()));
                });
        assertThat(service.erasures.published())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.topic()).isEqualTo(Topics.CUSTOMERS);
                    assertThat(event.key()).isEqualTo(DIGEST);
                    assertThat(event.payload())
                            .isEqualTo(
                                    CustomerEvent.newBuilder()
                                            .setCustomerDigest(DIGEST)
                                            .setEventTime(Timestamps.of(NOW))
                                            .setErased(CustomerErased.getDefaultInstance())
                                            .build());
                });
    }

    @Test
    void tellsNothingOfTheCallsSoThatStatementsAndFiguresStay() {
        // Given
        service.calls.create(Call.requested(SampleCalls.order(id(1), NOW)));
        service.calls.change(id(1), "", call -> Optional.of(driven(call)));
        var told = service.told();

        // When
        erase("r1");

        // Then
        assertThat(call(1).order().customerId()).startsWith("erased-");
        assertThat(service.told()).isEqualTo(told).hasSize(2);
    }

    @Test
    void theSameRequestAgainIsAnsweredAsBeforeAlsoWhenTheCustomerIsBack() {
        // Given
        service.have(completed(1));
        Erasure.Answer first = erase("r1");
        service.clock.advance(Duration.ofHours(1));
        service.have(Call.requested(SampleCalls.order(id(2), service.clock.instant())));

        // When
        Erasure.Answer again = erase("r1");

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(service.erasures.published()).hasSize(1);
        assertThat(call(2).order().customerId()).isEqualTo(CUSTOMER);
        refused(
                () ->
                        service.erasing.erase(
                                new ErasureService.ErasureRequest("r1", CUSTOMER, "x", "y")),
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED);
    }

    @Test
    void refusesWhileACallIsLiveAndErasesNothing() {
        // Given
        service.have(completed(1));
        service.have(Call.requested(SampleCalls.order(id(2), NOW)));

        // When
        refused(() -> erase("r1"), ErrorReason.ERROR_REASON_CUSTOMER_HAS_LIVE_CALL);

        // Then
        assertThat(call(1)).isEqualTo(completed(1));
        assertThat(service.erasures.all()).isEmpty();
    }

    @Test
    void refusesWhileAnotherPartMustStillBeToldOfACall() {
        // Given
        Call cancelled =
                Call.requested(SampleCalls.order(id(1), NOW)).cancelled(Canceller.CUSTOMER, NOW);
        service.have(cancelled);
        refused(() -> erase("r1"), ErrorReason.ERROR_REASON_CUSTOMER_HAS_LIVE_CALL);

        // When
        service.calls.change(
                id(1), "", call -> Optional.of(call.acknowledged(Kind.TAKE_BACK, NOW)));

        // Then
        assertThat(erase("r1").calls()).isEqualTo(1);
    }

    @Test
    void aCallOfBeforeThatIsHeardOfLaterIsErasedWhenItEnds() {
        // Given
        erase("r1");
        service.clock.advance(Duration.ofMinutes(10));
        service.calls.create(Call.requested(SampleCalls.order(id(1), NOW.minusSeconds(60))));
        service.calls.create(Call.requested(SampleCalls.order(id(2), service.clock.instant())));
        assertThat(call(1).order().customerId()).isEqualTo(CUSTOMER);

        // When
        List.of(1, 2)
                .forEach(number ->
                        service.calls.change(id(number), "", call -> Optional.of(driven(call))));

        // Then
        assertThat(call(1).order().customerId()).startsWith("erased-");
        assertThat(call(1).order().customerName()).isEmpty();
        assertThat(call(1).state()).isEqualTo(completed(1).state());
        assertThat(call(2).order().customerId()).isEqualTo(CUSTOMER);
    }

    @Test
    void aRequestThatIsNotTheLastOneErasesNothingAndIsAnsweredAsItWas() {
        // Given
        service.have(completed(1));
        Erasure.Answer first = erase("r1");
        service.clock.advance(Duration.ofHours(1));
        service.have(driven(Call.requested(SampleCalls.order(id(2), service.clock.instant()))));
        Erasure.Answer second = erase("r2");
        service.clock.advance(Duration.ofHours(1));
        service.have(driven(Call.requested(SampleCalls.order(id(3), service.clock.instant()))));

        // When
        Erasure.Answer again = erase("r1");

        // Then
        assertThat(again).isEqualTo(first).isEqualTo(new Erasure.Answer("r1", NOW, 1));
        assertThat(second).isEqualTo(new Erasure.Answer("r2", NOW.plusSeconds(3_600), 2));
        assertThat(erase("r2")).isEqualTo(second);
        assertThat(call(3).order().customerId()).isEqualTo(CUSTOMER);
        assertThat(service.erasures.published()).hasSize(2);
    }

    @Test
    void anEarlierRequestDoesNotFinishWhatALaterOneBeganAndIsAnsweredAsItWas() {
        // Given
        service.have(completed(1));
        Erasure.Answer first = erase("r1");
        service.erasures.change(
                DIGEST,
                RequestCause.of("erase", "r2", "operator-1", "her wish"),
                (current, version) ->
                        Optional.of(
                                Change.to(
                                        new Erasure(
                                                "r2",
                                                "operator-1",
                                                "her wish",
                                                NOW,
                                                1,
                                                "erased-2",
                                                List.of(first)))));

        // When
        Erasure.Answer again = erase("r1");

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(service.erasures.all()).noneMatch(note -> note.value().finished());
    }

    @Test
    void aKeyThatWasUsedForAnotherReasonErasesNothing() {
        // Given
        erase("r1");
        service.have(completed(1));

        // When
        refused(
                () ->
                        service.erasing.erase(
                                new ErasureService.ErasureRequest(
                                        "r1", CUSTOMER, "operator-1", "other")),
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED);

        // Then
        assertThat(call(1)).isEqualTo(completed(1));
    }

    @Test
    void theSameRequestGoesOnWhereTheProcessDiedAndAllCallsHaveTheSamePseudonym() {
        // Given one call that was erased before the process died, and one that was not
        service.have(completed(1));
        service.have(completed(2));
        begun("r1");
        service.calls.erase(id(1), CUSTOMER, "erased-1");
        service.clock.advance(Duration.ofHours(1));
        // a call that was requested and settled meanwhile, and one that is live
        service.calls.create(Call.requested(SampleCalls.order(id(3), NOW)));
        service.calls.change(id(3), "", call -> Optional.of(driven(call)));
        service.have(Call.requested(SampleCalls.order(id(4), service.clock.instant())));

        // When
        Erasure.Answer erasure = erase("r1");

        // Then
        assertThat(erasure).isEqualTo(new Erasure.Answer("r1", NOW, 3));
        assertThat(List.of(1, 2, 3))
                .extracting(number -> call(number).order().customerId())
                .containsOnly("erased-1");
        assertThat(call(4).order().customerId()).isEqualTo(CUSTOMER);
        assertThat(service.erasures.published()).hasSize(1);
        assertThat(erase("r1")).isEqualTo(erasure);
        assertThat(service.erasures.published()).hasSize(1);
    }

    @Test
    void anotherRequestFinishesWhatWasNotFinished() {
        // Given
        service.have(completed(1));
        service.have(completed(2));
        begun("r1");
        service.calls.erase(id(1), CUSTOMER, "erased-1");

        // When
        Erasure.Answer erasure = erase("r2");

        // Then
        assertThat(erasure.calls()).isEqualTo(2);
        assertThat(service.erasures.all()).allMatch(note -> note.value().finished());
        assertThat(call(2).order().customerId()).isEqualTo("erased-1");
        assertThat(erase("r1")).isEqualTo(erasure);
    }

    /** What is stored when the process dies after the note. */
    private void begun(String requestId) {
        service.erasures.change(
                DIGEST,
                RequestCause.of("erase", requestId, "operator-1", "her wish"),
                (current, version) ->
                        Optional.of(
                                Change.to(
                                        new Erasure(
                                                requestId,
                                                "operator-1",
                                                "her wish",
                                                NOW,
                                                0,
                                                "erased-1",
                                                List.of()))));
    }

    private Erasure.Answer erase(String requestId) {
        return service.erasing.erase(order(requestId, CUSTOMER));
    }

    private static ErasureService.ErasureRequest order(String requestId, String customerId) {
        return new ErasureService.ErasureRequest(requestId, customerId, "operator-1", "her wish");
    }

    private Call call(int number) {
        return service.calls.find(id(number)).orElseThrow().value();
    }

    private static Call completed(int number) {
        return driven(Call.requested(SampleCalls.order(id(number), NOW.minusSeconds(3_600))));
    }

    private static Call driven(Call call) {
        return call.supporters(new Completed(SampleCalls.RIDE, NOW.plusSeconds(900)), NOW);
    }

    private static CallId id(int number) {
        return new CallId("" + number);
    }

    private static void refused(ThrowingCallable request, ErrorReason reason) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason()).isEqualTo(reason);
                            assertThat(refusal.getMessage()).doesNotContain(CUSTOMER);
                        });
    }
}
