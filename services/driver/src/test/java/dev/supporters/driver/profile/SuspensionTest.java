package dev.supporters.driver.profile;

import static dev.supporters.driver.Refused.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.adapter.mongo.DriverStores;
import dev.supporters.driver.profile.Profile.Membership;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.driver.v1.DriverPut;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whom an operator suspends is OFF, until an operator takes that back. */
class SuspensionTest {

    private static final DriverId DRIVER = new DriverId("1004550");
    private static final Product PRODUCT = Product.PRODUCT_DRIVER;
    private static final String OPERATOR = "operator-1";
    private static final ActivityMode ON = ActivityMode.ACTIVITY_MODE_ON;
    private static final ActivityMode OFF = ActivityMode.ACTIVITY_MODE_OFF;

    private final TestClock clock = new TestClock();
    private final InMemoryAggregateStore<Profile> documents =
            new InMemoryAggregateStore<>(DriverStores.DRIVERS);
    private final ProfileService profiles = new ProfileService(documents, clock);

    @BeforeEach
    void aMemberIsOn() {
        put("p1", List.of(member(ON)));
        clock.advance(Duration.ofHours(10));
    }

    @Test
    void isOffFromThenOnAndTheTopicSaysWhy() {
        Instant decided = clock.instant();

        decide("refusals", 1, true);

        assertThat(mode()).isEqualTo(OFF);
        DriverPut told = told().getLast();
        assertThat(told.getDriver().getMemberships(0).getMode()).isEqualTo(OFF);
        assertThat(told.getDriver().getMemberships(0).getSuspendTime().getSeconds())
                .isEqualTo(decided.getEpochSecond());
        assertThat(told.getModeChange().getActor()).isEqualTo(OPERATOR);
        assertThat(told.getModeChange().getSignalId()).isEqualTo("refusals");
        assertThat(told.getModeChange().getMode()).isEqualTo(OFF);
    }

    @Test
    void cannotSwitchOnAlsoByACallerWhoDoesNotSayWhoSwitches() {
        decide("refusals", 1, true);

        refused(ErrorReason.ERROR_REASON_SUSPENDED, () -> set("m1", ON, DRIVER.value()));
        refused(ErrorReason.ERROR_REASON_SUSPENDED, () -> set("m2", ON, ""));
        set("m3", OFF, DRIVER.value());
        assertThat(mode()).isEqualTo(OFF);
    }

    @Test
    void anOperatorWhoSwitchesOnEndsIt() {
        decide("refusals", 1, true);

        set("m1", ON, OPERATOR);

        assertThat(mode()).isEqualTo(ON);
        assertThat(driver().getMemberships(0).hasSuspendTime()).isFalse();
        set("m2", OFF, DRIVER.value());
        set("m3", ON, DRIVER.value());
        assertThat(mode()).isEqualTo(ON);
    }

    @Test
    void anOperatorWhoPutsTheProfileOnEndsItAndOneWhoPutsItOffDoesNot() {
        decide("refusals", 1, true);

        put("p2", "Kim Min", List.of(member(OFF)));
        refused(ErrorReason.ERROR_REASON_SUSPENDED, () -> set("m1", ON, DRIVER.value()));
        put("p3", "Kim Min", List.of(member(ON)));

        assertThat(mode()).isEqualTo(ON);
        assertThat(driver().getMemberships(0).hasSuspendTime()).isFalse();
    }

    @Test
    void aDecisionThatTakesItBackMakesTheModeWhatItWas() {
        decide("refusals", 1, true);

        decide("refusals", 2, false);

        assertThat(mode()).isEqualTo(ON);
        assertThat(told().getLast().getModeChange().getSignalId()).isEqualTo("refusals");
    }

    @Test
    void whoWasOffBeforeStaysOffAfterwards() {
        set("m1", OFF, DRIVER.value());
        decide("refusals", 1, true);
        assertThat(driver().getMemberships(0).hasSuspendTime()).isTrue();

        decide("refusals", 2, false);

        assertThat(mode()).isEqualTo(OFF);
        assertThat(driver().getMemberships(0).hasSuspendTime()).isFalse();
        set("m2", ON, DRIVER.value());
        assertThat(mode()).isEqualTo(ON);
    }

    @Test
    void whoSwitchesOffWhileSuspendedStaysOffAfterwards() {
        decide("refusals", 1, true);
        set("m1", OFF, DRIVER.value());

        decide("refusals", 2, false);

        assertThat(mode()).isEqualTo(OFF);
        set("m2", ON, DRIVER.value());
        assertThat(mode()).isEqualTo(ON);
    }

    @Test
    void whoIsSuspendedForTwoSignalsWaitsForBoth() {
        decide("refusals", 1, true);
        decide("dark-gps", 1, true);

        decide("refusals", 2, false);
        assertThat(mode()).isEqualTo(OFF);
        decide("dark-gps", 2, false);
        assertThat(mode()).isEqualTo(ON);
    }

    @Test
    void aDecisionThatIsToldAgainSuspendsNobodyTwice() {
        decide("refusals", 1, true);
        set("m1", ON, OPERATOR);
        int before = documents.published().size();

        decide("refusals", 1, true);

        assertThat(mode()).isEqualTo(ON);
        assertThat(documents.published()).hasSize(before);
    }

    @Test
    void aDecisionThatComesAfterALaterOneChangesNothing() {
        int before = documents.published().size();
        decide("refusals", 2, false);
        decide("refusals", 1, true);

        assertThat(mode()).isEqualTo(ON);
        assertThat(documents.published()).hasSize(before);
    }

    @Test
    void whoeverLeavesAndJoinsAgainIsOffStill() {
        // Given
        decide("refusals", 1, true);
        put("p2", List.of());
        // When
        documents.change(
                DRIVER.value(),
                "",
                (current, version) ->
                        current.map(profile -> profile.joined(PRODUCT, "seoul")).map(Change::to));
        // Then
        assertThat(mode()).isEqualTo(OFF);
        refused(ErrorReason.ERROR_REASON_SUSPENDED, () -> set("m1", ON, DRIVER.value()));
    }

    @RepeatedTest(20)
    void whoSwitchesOnWhileBeingSuspendedIsOffInTheEnd() {
        // Given
        set("m1", OFF, DRIVER.value());
        // When
        Race.run(
                () -> {
                    decide("refusals", 1, true);
                    return true;
                },
                () -> {
                    try {
                        set("m2", ON, DRIVER.value());
                        return true;
                    } catch (Refusal suspended) {
                        return false;
                    }
                });
        // Then
        assertThat(mode()).isEqualTo(OFF);
        refused(ErrorReason.ERROR_REASON_SUSPENDED, () -> set("m3", ON, DRIVER.value()));
    }

    @Test
    void aDriverWhomNobodyKnowsIsLeftOut() {
        profiles.decide(new DriverId("7"), decision("refusals", 1, true));

        assertThat(documents.find("7")).isEmpty();
    }

    @Test
    void theNewestHundredChangesAreKept() {
        for (int i = 0; i <= ModeHistory.MOST_CHANGES; i++) {
            set("m" + i, i % 2 == 0 ? OFF : ON, DRIVER.value());
        }

        List<ModeHistory.ModeSwitch> kept = profiles.get(DRIVER).modes().changes();
        assertThat(kept).hasSize(ModeHistory.MOST_CHANGES);
        assertThat(kept.getFirst().mode()).isEqualTo(ON);
        assertThat(kept.getLast().mode()).isEqualTo(OFF);
    }

    private void decide(String signalId, int number, boolean suspends) {
        profiles.decide(DRIVER, decision(signalId, number, suspends));
    }

    private MembershipDecision decision(String signalId, int number, boolean suspends) {
        return new MembershipDecision(
                signalId, PRODUCT, number, suspends, OPERATOR, clock.instant());
    }

    private void set(String requestId, ActivityMode mode, String actor) {
        profiles.setMode(requestId, DRIVER, PRODUCT, mode, actor);
    }

    private void put(String requestId, List<Membership> memberships) {
        put(requestId, "Kim", memberships);
    }

    private void put(String requestId, String name, List<Membership> memberships) {
        profiles.put(new ProfileOrder(requestId, DRIVER, name, memberships, OPERATOR, ""));
    }

    private ActivityMode mode() {
        return profiles.get(DRIVER).membership(PRODUCT).mode();
    }

    private Driver driver() {
        return DriverMessages.driver(profiles.get(DRIVER));
    }

    private List<DriverPut> told() {
        return documents.published().stream()
                .map(event -> ((DriverEvent) event.payload()).getPut())
                .toList();
    }

    private static Membership member(ActivityMode mode) {
        return new Membership(PRODUCT, "seoul", mode);
    }
}
