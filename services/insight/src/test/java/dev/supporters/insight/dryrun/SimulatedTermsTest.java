package dev.supporters.insight.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.dispatch.zone.ZoneRules;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.simulation.engine.DispatchSettings;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What a dry run plays of a policy, and what it says that it does not. */
class SimulatedTermsTest {

    private static final Policy POLICY =
            Policy.newBuilder()
                    .setMaxPickup(Timestamps.of(Duration.ofMinutes(22)))
                    .setHourlyWage(Money.newBuilder().setAmount(14_000).setCurrency("KRW"))
                    .setAssignment(PolicyDefaults.assignment().toProto())
                    .setZones(PolicyDefaults.zones().toProto())
                    .build();

    @Test
    void aCallWaitsForTheEndOfADriveAsInTheServices() {
        Policy chaining =
                POLICY.toBuilder()
                        .setAssignment(
                                POLICY.getAssignment().toBuilder()
                                        .setChaining(true)
                                        .setChainWithin(Timestamps.of(Duration.ofMinutes(4))))
                        .build();

        DispatchSettings played = SimulatedTerms.settings(chaining, 1);

        assertThat(played.assignment().chaining()).isTrue();
        assertThat(played.chainsWait()).isTrue();
    }

    @Test
    void zonesArePlannedByTheThresholdsOfThePolicy() {
        assertThat(SimulatedTerms.settings(POLICY, 1).zones())
                .contains(new ZoneRules(true, .5, .35, 2, Duration.ofMinutes(10)));
    }

    @Test
    void aNightThatIsPlayedAtHalfItsSizeHasHalfTheThresholds() {
        assertThat(SimulatedTerms.settings(POLICY, .5).zones())
                .contains(new ZoneRules(true, .25, .175, 2, Duration.ofMinutes(10)));
    }

    @Test
    void whoHasNoZonesIsPlayedWithoutThem() {
        assertThat(SimulatedTerms.settings(POLICY.toBuilder().clearZones().build(), 1).zones())
                .isEmpty();
    }

    @Test
    void whatOnlyALimitOfAZoneWouldChangeIsNotShown() {
        Policy limited =
                POLICY.toBuilder()
                        .setZones(
                                POLICY.getZones().toBuilder()
                                        .setOpenDemand(.9)
                                        .setCapacity(20)
                                        .setMaxWagePerCall(
                                                Money.newBuilder()
                                                        .setAmount(9_000)
                                                        .setCurrency("KRW")))
                        .build();

        assertThat(SimulatedTerms.notSimulated(POLICY, limited))
                .containsExactly("zones.capacity", "zones.max_wage_per_call");
    }
}
