package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.isCall;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.gateway.SampleCalls;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.location.v1.LocationReported;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.testkit.EventProbe;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;

/** A customer sees the driver come. */
@QuarkusTest
class ApproachTest extends ComponentTest {

    private static final String APPROACH =
            "{ approach(callId: %s) { position { lat lng } locatedAt meters expectedAt } }"
                    .formatted(CALL);
    private static final DriverId DRIVER = new DriverId("4712");
    private static final String WORK =
            WorkId.of(DRIVER, Product.PRODUCT_DRIVER, LocalDate.parse("2026-11-20")).value();
    private static final Instant BEGAN = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void aCustomerSeesTheDriverOfAnAcceptedCallUntilTheDriveBegins() {
        // Given
        try (EventProbe probe = EventProbe.ofTest()) {
            probe.tell(began());
            probe.tell(accepted());
            probe.tell(located());
        }
        isCall(services, of(CallState.CALL_STATE_ACCEPTED));
        String customer = issuer.token(SampleCalls.CUSTOMER, "customer");

        // When and then
        await().untilAsserted(() ->
                ask(customer, APPROACH)
                        .body("errors", nullValue())
                        .body("data.approach.position.lat", equalTo(37.4f))
                        .body("data.approach.locatedAt", equalTo("2026-11-20T12:31:00Z"))
                        .body("data.approach.meters", equalTo(630))
                        .body("data.approach.expectedAt", equalTo("2026-11-20T12:34:05Z")));
        ask(issuer.operator(), APPROACH).body("data.approach.meters", equalTo(630));
        isCall(services, of(CallState.CALL_STATE_ARRIVED));
        ask(customer, APPROACH).body("data.approach.meters", equalTo(630));
        for (CallState other :
                new CallState[] {
                    CallState.CALL_STATE_COMMANDED,
                    CallState.CALL_STATE_DRIVING,
                    CallState.CALL_STATE_COMPLETED
                }) {
            isCall(services, of(other));
            ask(customer, APPROACH).body("errors", nullValue()).body("data.approach", nullValue());
        }
    }

    @Test
    void nobodyElseSeesWhereTheDriverIs() {
        isCall(services, of(CallState.CALL_STATE_ACCEPTED));

        ask(issuer.token("8", "customer"), APPROACH)
                .body("errors[0].extensions.reason", equalTo("CALL_NOT_FOUND"));
        for (String driver : new String[] {DRIVER.value(), "99"}) {
            ask(issuer.token(driver, "driver"), APPROACH)
                    .body("errors[0].extensions.reason", equalTo("PERMISSION_DENIED"));
        }
    }

    /** So also a driver of general dispatch, and one who has another call by now. */
    @Test
    void aDriverWhoIsNotAtWorkForTheCallIsNotSeen() {
        isCall(
                services,
                SampleCalls.call(CallState.CALL_STATE_ACCEPTED).setDriverId("4713").build());

        ask(issuer.token(SampleCalls.CUSTOMER, "customer"), APPROACH)
                .body("errors", nullValue())
                .body("data.approach", nullValue());
    }

    private static dev.supporters.proto.call.v1.Call of(CallState state) {
        return SampleCalls.call(state)
                .setDriverId(DRIVER.value())
                .setDispatchTime(Timestamps.of(Instant.parse("2026-11-20T12:30:05Z")))
                .build();
    }

    private static Event began() {
        return new Event(
                Topics.WORK,
                DRIVER.value(),
                "supporters.work.changed.v1",
                WorkEvent.newBuilder()
                        .setDriverId(DRIVER.value())
                        .setWorkId(WORK)
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("approach")
                        .setBusinessDate("2026-11-20")
                        .setVersion(1)
                        .setEventTime(Timestamps.of(BEGAN))
                        .setBegun(WorkBegun.newBuilder().setLocation(point()))
                        .build());
    }

    private static Event accepted() {
        return new Event(
                Topics.ACTIVITY,
                DRIVER.value(),
                "supporters.activity.changed.v1",
                ActivityEvent.newBuilder()
                        .setDriverId(DRIVER.value())
                        .setCallId(CALL)
                        .setCommandId("command-1")
                        .setWorkId(WORK)
                        .setBusinessDate("2026-11-20")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setVersion(2)
                        .setEventTime(Timestamps.of(BEGAN.plusSeconds(1_805)))
                        .setAccepted(CallAccepted.getDefaultInstance())
                        .build());
    }

    private static Event located() {
        return new Event(
                Topics.LOCATIONS,
                DRIVER.value(),
                "supporters.location.reported.v1",
                LocationEvent.newBuilder()
                        .setDriverId(DRIVER.value())
                        .setEventTime(Timestamps.of(BEGAN.plusSeconds(1_860)))
                        .setReported(LocationReported.newBuilder().setLocation(point()))
                        .build());
    }

    private static Point point() {
        return Point.newBuilder().setLat(37.4).setLng(127.1105739023173).build();
    }
}
