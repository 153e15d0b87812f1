package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CUSTOMER;
import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.isCall;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.request.EndUser;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.GetEngagementResponse;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.Set;

/** The services are told for whom the gateway asks, so that they check again whose things these are. */
@QuarkusTest
class EndUserTest extends ComponentTest {

    private static final String CALL = "{ call(id: 254137) { status } }";
    private static final String ENGAGEMENT =
            "{ engagement(driverId: \"" + DRIVER + "\") { state } }";

    @Test
    void aPersonIsNamed() {
        // Given
        isCall(services, call(CallState.CALL_STATE_ACCEPTED).build());
        isFree();

        // When
        ask(issuer.customer(), CALL);
        ask(issuer.token(DRIVER, "driver"), ENGAGEMENT);

        // Then
        assertThat(services.askedFor(CallServiceGrpc.getGetMethod()))
                .isEqualTo(Optional.of(new EndUser(CUSTOMER, Set.of("customer"))));
        assertThat(services.askedFor(CommanderServiceGrpc.getGetEngagementMethod()))
                .isEqualTo(Optional.of(new EndUser(DRIVER, Set.of("driver"))));
    }

    /** A subscription reads when its request is long over. */
    @Test
    void alsoWhereASubscriptionReads() {
        isFree();

        try (SubscriptionClient client =
                socket(Optional.empty(), Optional.of(issuer.token(DRIVER, "driver")))) {
            client.next();
            client.subscribe("subscription { commands { state } }");
            assertThat(client.next()).contains("\"next\"");
        }

        assertThat(services.askedFor(CommanderServiceGrpc.getGetEngagementMethod()))
                .isEqualTo(Optional.of(new EndUser(DRIVER, Set.of("driver"))));
    }

    @Test
    void whoSeesAllIsAskedForByTheGatewayItself() {
        isCall(services, call(CallState.CALL_STATE_ACCEPTED).build());

        ask(issuer.operator(), CALL);

        assertThat(services.asked(CallServiceGrpc.getGetMethod())).hasSize(1);
        assertThat(services.askedFor(CallServiceGrpc.getGetMethod())).isEmpty();
    }

    private void isFree() {
        services.answer(
                CommanderServiceGrpc.getGetEngagementMethod(),
                request ->
                        GetEngagementResponse.newBuilder()
                                .setEngagement(Engagement.newBuilder().setDriverId(DRIVER))
                                .build());
    }
}
