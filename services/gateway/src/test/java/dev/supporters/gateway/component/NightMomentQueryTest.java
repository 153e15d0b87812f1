package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.insight.v1.InsightServiceGrpc;
import dev.supporters.proto.insight.v1.MomentCall;
import dev.supporters.proto.insight.v1.MomentCell;
import dev.supporters.proto.insight.v1.MomentSupporter;
import dev.supporters.proto.insight.v1.NightMomentRequest;
import dev.supporters.proto.insight.v1.NightMomentResponse;
import dev.supporters.proto.insight.v1.SupporterActivity;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** How a night that was is shown. */
@QuarkusTest
class NightMomentQueryTest extends ComponentTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:40:00Z");
    private static final MomentCell CELL =
            MomentCell.newBuilder()
                    .setCell(0x8830e1d8b3fffffL)
                    .setCenter(Point.newBuilder().setLat(37.5).setLng(127))
                    .build();
    private static final String MOMENT =
            "{ nightMoment(region: \"seoul\", businessDate: \"2026-11-20\", at: \"2026-11-20T12:40:00Z\") {"
                    + " beginsAt endsAt lastAt knownUntil cut calls { callId state requestedAt driverId cell {"
                    + " cell lat lng } } supporters { driverId state callId cell { cell } } } }";

    @Test
    void showsCallsAndSupportersAsTheyWere() {
        // Given
        AtomicReference<NightMomentRequest> asked = new AtomicReference<>();
        services.answer(
                InsightServiceGrpc.getNightMomentMethod(),
                request -> {
                    asked.set(request);
                    return night();
                });

        // When
        var answer = ask(issuer.operator(), MOMENT);

        // Then
        answer.body("errors", nullValue())
                .body("data.nightMoment.beginsAt", equalTo("2026-11-20T12:00:00Z"))
                .body("data.nightMoment.lastAt", nullValue())
                .body("data.nightMoment.cut", equalTo(true))
                .body("data.nightMoment.calls.callId", contains("254137"))
                .body("data.nightMoment.calls[0].state", equalTo("REQUESTED"))
                .body("data.nightMoment.calls[0].driverId", nullValue())
                .body("data.nightMoment.calls[0].requestedAt", equalTo("2026-11-20T12:40:00Z"))
                .body("data.nightMoment.calls[0].cell.cell", equalTo("8830e1d8b3fffff"))
                .body("data.nightMoment.calls[0].cell.lat", equalTo(37.5f))
                .body("data.nightMoment.supporters.driverId", contains("7", "8"))
                .body("data.nightMoment.supporters.state", contains("DRIVING", "RESTING"))
                .body("data.nightMoment.supporters.callId", contains("254138", null))
                .body("data.nightMoment.supporters[1].cell", nullValue());
        assertThat(asked.get().getRegion()).isEqualTo("seoul");
        assertThat(asked.get().getBusinessDate()).isEqualTo("2026-11-20");
        assertThat(asked.get().getMomentTime()).isEqualTo(Timestamps.of(TIME));
    }

    @Test
    void ofANightThatNobodyKnowsThereIsNothing() {
        services.answer(
                InsightServiceGrpc.getNightMomentMethod(),
                request -> NightMomentResponse.getDefaultInstance());

        ask(issuer.operator(), MOMENT)
                .body("data.nightMoment.beginsAt", nullValue())
                .body("data.nightMoment.calls", empty())
                .body("data.nightMoment.cut", equalTo(false));
    }

    @Test
    void isForOperatorsOnly() {
        for (String token :
                new String[] {
                    issuer.driver(), issuer.customer(), issuer.token("billing", "service")
                }) {
            ask(token, MOMENT).body("errors[0].extensions.reason", equalTo("PERMISSION_DENIED"));
        }
    }

    private static NightMomentResponse night() {
        return NightMomentResponse.newBuilder()
                .setBeginTime(Timestamps.of(Instant.parse("2026-11-20T12:00:00Z")))
                .addCalls(
                        MomentCall.newBuilder()
                                .setCallId("254137")
                                .setState(CallState.CALL_STATE_REQUESTED)
                                .setRequestTime(Timestamps.of(TIME))
                                .setCell(CELL))
                .addSupporters(
                        MomentSupporter.newBuilder()
                                .setDriverId("7")
                                .setActivity(SupporterActivity.SUPPORTER_ACTIVITY_DRIVING)
                                .setCell(CELL)
                                .setCallId("254138"))
                .addSupporters(
                        MomentSupporter.newBuilder()
                                .setDriverId("8")
                                .setActivity(SupporterActivity.SUPPORTER_ACTIVITY_RESTING))
                .setCut(true)
                .build();
    }
}
