package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.activity.v1.ActivityServiceGrpc;
import dev.supporters.proto.activity.v1.ListNoticesRequest;
import dev.supporters.proto.activity.v1.ListNoticesResponse;
import dev.supporters.proto.activity.v1.SignalDecision;
import dev.supporters.proto.activity.v1.SignalKind;
import dev.supporters.proto.activity.v1.SignalNotice;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.signal.v1.OperatorDecided;
import dev.supporters.proto.events.signal.v1.SignalEvent;
import dev.supporters.testkit.EventProbe;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What a driver is told of what operators decided of him. */
@QuarkusTest
class DriverNoticeTest extends ComponentTest {

    private static final String QUERY =
            """
            { driverNotices(first: 5) { notices { signalId product businessDate nights kind decision stillCounts message
                noticed { key korean english } consequence { key korean english } } pageInfo { hasNextPage endCursor } } }
            """;
    private static final String OF_ANOTHER =
            "{ driverNotices(driverId: 1004550) { notices { signalId } } }";
    private static final String SUBSCRIPTION =
            "subscription { driverNotices(driverId: 1004550) { notices { decision message } } }";

    @Test
    void aDriverReadsWhatWasDecidedAndWhatItMeansInBothLanguages() {
        // Given
        services.answer(
                ActivityServiceGrpc.getListNoticesMethod(),
                request ->
                        ListNoticesResponse.newBuilder()
                                .addNotices(notice(SignalDecision.SIGNAL_DECISION_HOLD_PAY, ""))
                                .setNextPageToken("2026-11-20|s1")
                                .build());
        // When
        ask(issuer.driver(), QUERY)
                .body("errors", nullValue())
                .body("data.driverNotices.notices[0].signalId", equalTo("s1"))
                .body("data.driverNotices.notices[0].product", equalTo("DRIVER"))
                .body("data.driverNotices.notices[0].businessDate", equalTo("2026-11-20"))
                .body("data.driverNotices.notices[0].nights", contains("2026-11-18", "2026-11-20"))
                .body("data.driverNotices.notices[0].kind", equalTo("DARK_GPS"))
                .body("data.driverNotices.notices[0].decision", equalTo("HOLD_PAY"))
                .body("data.driverNotices.notices[0].stillCounts", nullValue())
                .body("data.driverNotices.notices[0].message", nullValue())
                .body("data.driverNotices.notices[0].noticed.key", equalTo("notice.dark_gps"))
                .body("data.driverNotices.notices[0].noticed.korean", startsWith("앱에서"))
                .body("data.driverNotices.notices[0].consequence.key", equalTo("notice.pay_held"))
                .body(
                        "data.driverNotices.notices[0].consequence.english",
                        startsWith("The pay of this business date"))
                .body("data.driverNotices.pageInfo.endCursor", equalTo("2026-11-20|s1"));
        // Then
        // a subscription of the test before may read once more meanwhile
        assertThat(services.asked(ActivityServiceGrpc.getListNoticesMethod()))
                .extracting(ListNoticesRequest::getDriverId, ListNoticesRequest::getPageSize)
                .contains(tuple(DRIVER, 5));
    }

    @Test
    void aSuspensionIsToldAlsoWhenPayWasHeldAfterIt() {
        // Given
        services.answer(
                ActivityServiceGrpc.getListNoticesMethod(),
                request ->
                        of(
                                notice(SignalDecision.SIGNAL_DECISION_HOLD_PAY, "").toBuilder()
                                        .setStillCounts(SignalDecision.SIGNAL_DECISION_SUSPEND)
                                        .build()));

        // When
        var answer = ask(issuer.driver(), QUERY);

        // Then
        answer.body("data.driverNotices.notices[0].decision", equalTo("HOLD_PAY"))
                .body("data.driverNotices.notices[0].stillCounts", equalTo("SUSPEND"))
                .body(
                        "data.driverNotices.notices[0].consequence.key",
                        equalTo("notice.suspended_and_pay_held"))
                .body(
                        "data.driverNotices.notices[0].consequence.english",
                        containsString("A suspension was decided, too"));
    }

    @Test
    void anotherDriverAndACustomerReadNothingOfIt() {
        for (String token : new String[] {issuer.token("99", "driver"), issuer.customer()}) {
            ask(token, OF_ANOTHER).body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        }
        assertThat(services.asked(ActivityServiceGrpc.getListNoticesMethod())).isEmpty();
    }

    @Test
    void aDriverIsToldWhenAnOperatorHasDecided() {
        // Given
        AtomicReference<ListNoticesResponse> notices =
                new AtomicReference<>(ListNoticesResponse.getDefaultInstance());
        services.answer(ActivityServiceGrpc.getListNoticesMethod(), request -> notices.get());
        try (SubscriptionClient socket = socket(Optional.of(issuer.driver()), Optional.empty());
                EventProbe probe = EventProbe.ofTest()) {
            assertThat(socket.next()).contains("connection_ack");
            socket.subscribe(SUBSCRIPTION);

            // When
            String first = socket.next();
            notices.set(of(notice(SignalDecision.SIGNAL_DECISION_WARN, "Please call us.")));
            String second = told(probe, socket);
            notices.set(of(notice(SignalDecision.SIGNAL_DECISION_DISMISS, "")));
            String third = told(probe, socket);

            // Then
            assertThat(first).contains("\"notices\":[]");
            assertThat(second).contains("\"decision\":\"WARN\"", "Please call us.");
            assertThat(third).contains("\"decision\":\"DISMISS\"", "\"message\":null");
        }
    }

    private static String told(EventProbe probe, SubscriptionClient socket) {
        AtomicReference<String> message = new AtomicReference<>("");
        await().until(() -> {
            probe.tell(
                    new Event(
                            Topics.SIGNALS,
                            DRIVER,
                            "supporters.signal.decided.v1",
                            SignalEvent.newBuilder()
                                    .setSignalId("s1")
                                    .setDriverId(DRIVER)
                                    .setBusinessDate("2026-11-20")
                                    .setDecided(OperatorDecided.getDefaultInstance())
                                    .build()));
            socket.poll().ifPresent(message::set);
            return message.get().contains("next");
        });
        return message.get();
    }

    private static ListNoticesResponse of(SignalNotice notice) {
        return ListNoticesResponse.newBuilder().addNotices(notice).build();
    }

    private static SignalNotice notice(SignalDecision decision, String text) {
        return SignalNotice.newBuilder()
                .setSignalId("s1")
                .setDriverId(DRIVER)
                .setProduct(Product.PRODUCT_DRIVER)
                .setBusinessDate("2026-11-20")
                .addNights("2026-11-18")
                .addNights("2026-11-20")
                .setKind(SignalKind.SIGNAL_KIND_DARK_GPS)
                .setDecision(decision)
                .setDriverText(text)
                .build();
    }
}
