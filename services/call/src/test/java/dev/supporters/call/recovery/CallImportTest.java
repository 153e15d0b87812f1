package dev.supporters.call.recovery;

import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.ServiceFixture;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.FollowUp.Acknowledged;
import dev.supporters.call.life.FollowUp.Kind;
import dev.supporters.call.life.FollowUp.NotTold;
import dev.supporters.contract.Money;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.RegionBounds;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Calls that went around the service are in it when it is back. */
class CallImportTest {

    private final ServiceFixture service = new ServiceFixture();
    private final CallImport imports =
            new CallImport(
                    service.calls,
                    service.legacy,
                    service.dispatch,
                    service.clock,
                    service.clock,
                    service.config,
                    service.meters);

    @Test
    void takesInWhatTheGatewayHandedOverAndRegistersIt() {
        // Given
        service.legacy.unregistered.add(SampleCalls.order());
        service.commander.down = true;

        // When
        imports.look();

        // Then
        Call call = service.call();
        assertThat(call.state()).isInstanceOf(CallState.General.class);
        assertThat(call.reason()).isEqualTo("CALL_UNAVAILABLE");
        assertThat(service.legacy.handedOver).extracting(Call::id).containsExactly(ID);
        assertThat(call.followUps().find(Kind.HAND_OVER).orElseThrow().status())
                .isInstanceOf(Acknowledged.class);
        // the gateway may have reached no commander
        assertThat(call.followUps().find(Kind.CLOSE).orElseThrow().status())
                .isInstanceOf(NotTold.class);
        assertThat(service.meters.get("supporters_call_imported_total").counter().count())
                .isEqualTo(1);
    }

    @Test
    void takesInWhatTheLegacySystemHasWhateverThePolicyOfThePlaceAllows() {
        // Given a fare in another currency than that of the policy
        service.policies.put(
                PolicyPut.newBuilder()
                        .setPolicy(
                                PolicyDefaults.policy()
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .setRegion("seoul")
                                        .setVersion(1)
                                        .setHourlyWage(new Money(2_000, "USD").toProto())
                                        .setBounds(
                                                new RegionBounds(37.2, 126.7, 37.7, 127.3)
                                                        .toProto()))
                        .build());
        service.legacy.unregistered.add(SampleCalls.order());

        // When
        imports.look();

        // Then
        assertThat(service.call().state()).isInstanceOf(CallState.General.class);
        assertThat(service.call().reason()).isEqualTo("CALL_UNAVAILABLE");
    }

    @Test
    void leavesACallAloneThatItKnows() {
        // Given
        service.have(SampleCalls.accepted());
        service.legacy.unregistered.add(SampleCalls.order());

        // When
        imports.look();

        // Then
        assertThat(service.call()).isEqualTo(SampleCalls.accepted());
        assertThat(service.legacy.handedOver).isEmpty();
    }

    @Test
    void looksBackOverANightAtTheStartAndThenOnlyOverWhatIsNew() {
        // Given
        service.legacy.down = true;
        imports.look();
        service.legacy.down = false;

        // When
        imports.look();
        service.clock.advance(Duration.ofMinutes(1));
        imports.look();

        // Then
        assertThat(service.legacy.askedSince)
                .containsExactly(NOW.minus(Duration.ofHours(12)), NOW.minus(Duration.ofMinutes(5)));
    }
}
