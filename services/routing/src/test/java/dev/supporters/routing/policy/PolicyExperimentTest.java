package dev.supporters.routing.policy;

import static dev.supporters.routing.RoutingFixtures.SEOUL;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Arm;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.contract.WorkWindow;
import dev.supporters.dispatch.assignment.PathPolicy;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.ExperimentChanged;
import dev.supporters.proto.policy.v1.Experiment;
import dev.supporters.proto.policy.v1.ExperimentStop;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.routing.RoutingFixtures;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

class PolicyExperimentTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final int NIGHTS = 4;
    private static final Duration INTERVAL = Duration.ofMinutes(30);

    private final TestClock clock = new TestClock();
    private final RegionPolicies policies = new RegionPolicies(clock);
    private final SwitchbackPlan plan =
            new SwitchbackPlan("far", FRIDAY, INTERVAL, Duration.ofMinutes(10));
    private final WorkWindow window = WorkWindow.parse("Asia/Seoul", "21:00", Duration.ofHours(4));

    /** Version 3 is in force; version 2 sends all calls to general dispatch. */
    @BeforeEach
    void putAPolicyAndAnExperiment() {
        RoutingFixtures.put(policies, RoutingFixtures.policy("seoul", 3, SEOUL, 100));
        policies.put(changed(experiment(3)));
    }

    @Test
    void eachIntervalHasTheVersionOfItsArmInEveryNight() {
        for (LocalDate date : FRIDAY.datesUntil(FRIDAY.plusDays(NIGHTS)).toList()) {
            Instant begin = window.of(date).begin();
            for (int interval = 0; interval < 8; interval++) {
                clock.set(begin.plus(INTERVAL.multipliedBy(interval)).plusSeconds(1));
                Arm arm = plan.at("seoul", window.of(date), clock.instant()).arm();

                assertThat(policy().arm()).contains(new AppliedArm("far", arm));
                assertThat(policy().version()).isEqualTo(arm == Arm.CONTROL ? 3 : 2);
                assertThat(policy().path().rolloutPercent())
                        .isEqualTo(arm == Arm.CONTROL ? 100 : 0);
            }
        }
    }

    @Test
    void beforeItsFirstNightAfterItsLastOneAndOutsideTheWindowItChangesNothing() {
        clock.set(window.of(FRIDAY.minusDays(1)).begin().plusSeconds(1));
        unchanged(3);
        clock.set(window.of(FRIDAY.plusDays(NIGHTS)).begin().plusSeconds(1));
        unchanged(3);
        clock.set(window.of(FRIDAY).begin().minusSeconds(1));
        unchanged(3);
    }

    @Test
    void whatAnOperatorPutsMeanwhileCountsAtOnceAndForAllCalls() {
        inTheTreatment();

        RoutingFixtures.put(policies, RoutingFixtures.policy("seoul", 4, SEOUL, 0));

        unchanged(4);
    }

    @Test
    void aControlThatSendsNoCallsToSupportersCountsForAllCalls() {
        RoutingFixtures.put(policies, RoutingFixtures.policy("seoul", 4, SEOUL, 0));
        policies.put(changed(experiment(4), RoutingFixtures.policy("seoul", 2, SEOUL, 100)));

        for (int interval = 0; interval < 8; interval++) {
            clock.set(window.of(FRIDAY).begin().plus(INTERVAL.multipliedBy(interval)));
            unchanged(4);
            assertThat(policy().path().rolloutPercent()).isZero();
        }
    }

    @Test
    void theTreatmentHasTheWindowAndTheCurrencyOfTheVersionInForce() {
        RegionPolicy plain = RoutingFixtures.policy("seoul", 2, SEOUL, 100);
        WorkWindow other = WorkWindow.parse("Asia/Tokyo", "20:00", Duration.ofHours(6));
        PathPolicy path =
                new PathPolicy(
                        other,
                        70,
                        Duration.ofMinutes(25),
                        plain.path().maxCandidates(),
                        plain.path().assignment(),
                        "JPY",
                        plain.path().calls());
        policies.put(
                changed(
                        experiment(3),
                        new RegionPolicy(
                                plain.product(),
                                plain.region(),
                                plain.version(),
                                plain.bounds(),
                                path,
                                plain.veto(),
                                plain.onRefusal())));

        inTheTreatment();

        assertThat(policy().path().window()).isEqualTo(window);
        assertThat(policy().path().currency()).isEqualTo(plain.path().currency());
        assertThat(policy().path().rolloutPercent()).isEqualTo(70);
        assertThat(policy().path().maxPickup()).isEqualTo(Duration.ofMinutes(25));
    }

    @Test
    void anExperimentWhoseLastNightIsOverIsForgotten() {
        inTheTreatment();
        Instant treated = clock.instant();
        clock.set(window.of(FRIDAY.plusDays(NIGHTS - 1)).end().plus(Duration.ofDays(3)));
        unchanged(3);

        clock.set(treated);

        unchanged(3);
    }

    @Test
    void aStoppedExperimentChangesNothing() {
        inTheTreatment();

        policies.put(
                changed(
                        experiment(3)
                                .setStop(ExperimentStop.newBuilder().setReason("it has lost"))));

        unchanged(3);
    }

    @Test
    void anotherRegionAndAnotherProductAreLeftAlone() {
        inTheTreatment();
        RoutingFixtures.put(
                policies,
                RoutingFixtures.policy(
                        "gangnam", 3, new RegionBounds(37.48, 127, 37.53, 127.1), 100));

        assertThat(policies.at(Product.PRODUCT_DRIVER, new Position(37.5, 127.05)))
                .hasValueSatisfying(policy -> assertThat(policy.arm()).isEmpty());
    }

    private void inTheTreatment() {
        clock.set(window.of(FRIDAY).begin().plusSeconds(1));
        if (policy().version() == 3) {
            clock.advance(INTERVAL);
        }
        assertThat(policy().version()).isEqualTo(2);
    }

    private void unchanged(long version) {
        assertThat(policy().version()).isEqualTo(version);
        assertThat(policy().arm()).isEmpty();
    }

    private RegionPolicy policy() {
        return policies.at(Product.PRODUCT_DRIVER, new Position(37.6, 127)).orElseThrow();
    }

    private static ExperimentChanged changed(Experiment.Builder experiment) {
        return changed(experiment, RoutingFixtures.policy("seoul", 2, SEOUL, 0));
    }

    private static ExperimentChanged changed(
            Experiment.Builder experiment, RegionPolicy treatmentPolicy) {
        Policy treatment = RoutingFixtures.told(treatmentPolicy).build();
        return ExperimentChanged.newBuilder()
                .setExperiment(experiment)
                .setTreatment(treatment)
                .build();
    }

    private static Experiment.Builder experiment(long control) {
        return Experiment.newBuilder()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setName("far")
                .setControlVersion(control)
                .setTreatmentVersion(2)
                .setIntervalMinutes((int) INTERVAL.toMinutes())
                .setWashOutMinutes(10)
                .setFirstDate(FRIDAY.toString())
                .setNights(NIGHTS)
                .setPutTime(Timestamps.of(TestClock.FRIDAY_NIGHT));
    }
}
