package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.SampleCalls.CUSTOMER;
import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.SampleCalls.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.CancelResponse;
import dev.supporters.proto.call.v1.GetResponse;
import dev.supporters.proto.call.v1.ListResponse;
import dev.supporters.proto.call.v1.ReportGeneralResponse;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.call.v1.RequestResponse;
import dev.supporters.proto.commander.v1.CloseCallResponse;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.CommandOutcome;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.EngagementState;
import dev.supporters.proto.commander.v1.GetEngagementResponse;
import dev.supporters.proto.commander.v1.RespondResponse;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.driver.v1.BatchGetResponse;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.move.v1.GetActiveResponse;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveServiceGrpc;
import dev.supporters.proto.work.v1.RestResponse;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkServiceGrpc;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.EventProbe;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(Surroundings.class)
class GatewayTest {

    private static final String SEED_QUERY =
            """
            query {
              call(id: 254137) { origin { lat lng } fare }
              activeMove(product: DRIVER, driverId: 1004550) { destinationInfo { poi } }
            }
            """;
    private static final String LOCATION = "{lat: \"37.3943\", lng: \"127.1105\", poi: \"SECRET\"}";

    FakeServices services;
    FakeLegacy legacy;
    FakeIssuer issuer;

    @BeforeEach
    void forget() {
        services.forget();
        legacy.forget();
    }

    @Test
    void answersTheSeedQueryAsItStands() {
        // Given
        isCall(call(CallState.CALL_STATE_COMMANDED).build());
        services.answer(
                MoveServiceGrpc.getGetActiveMethod(),
                request ->
                        GetActiveResponse.newBuilder()
                                .setMove(
                                        Move.newBuilder()
                                                .setMoveId("m1")
                                                .setDriverId(request.getDriverId())
                                                .setDestination(
                                                        Place.newBuilder().setPoi("판교역 신분당선 3번출구")))
                                .build());

        // When
        ValidatableResponse asOperator = ask(operator(), SEED_QUERY);
        ValidatableResponse asDriver = ask(driver(), SEED_QUERY);

        // Then
        for (ValidatableResponse answer : List.of(asOperator, asDriver)) {
            answer.statusCode(200)
                    .body("errors", nullValue())
                    .body("data.call.origin.lat", equalTo("37.39433886412452"))
                    .body("data.call.origin.lng", equalTo("127.1105739023173"))
                    .body("data.call.fare", equalTo(18000))
                    .body("data.activeMove.destinationInfo.poi", equalTo("판교역 신분당선 3번출구"));
        }
        assertThat(services.asked(MoveServiceGrpc.getGetActiveMethod()).getFirst().getDriverId())
                .isEqualTo(DRIVER);
    }

    @Test
    void isReadyOnceItHasTriedEveryService() {
        await().untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void oneFieldsEndIsNotAnothers() {
        // Given: the move is there at once, the call takes longer than a move may
        CountDownLatch moveAnswered = new CountDownLatch(1);
        services.answer(
                CallServiceGrpc.getGetMethod(),
                request -> {
                    awaitThenWait(moveAnswered);
                    return GetResponse.newBuilder()
                            .setCall(call(CallState.CALL_STATE_COMMANDED))
                            .build();
                });
        services.answer(
                MoveServiceGrpc.getGetActiveMethod(),
                request -> {
                    moveAnswered.countDown();
                    return GetActiveResponse.getDefaultInstance();
                });

        for (int i = 0; i < 10; i++) {
            // When
            ValidatableResponse answer = ask(driver(), SEED_QUERY);

            // Then
            answer.body("errors", nullValue()).body("data.call.fare", equalTo(18000));
        }
    }

    @Test
    void turnsAwayWhoeverHasNoValidToken() {
        for (String token :
                List.of(
                        "nonsense",
                        issuer.expired(DRIVER, "driver"),
                        issuer.ofAnotherIssuer(DRIVER, "operator"),
                        issuer.signedByAnother(DRIVER, "operator"))) {
            ask(token, "{ policies { pageInfo { hasNextPage } } }")
                    .statusCode(401)
                    .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
        }
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("query", "{ __typename }"))
                .post("/graphql")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .header("x-request-id", notNullValue())
                .body("errors[0].extensions.reason", equalTo("UNAUTHENTICATED"));
        assertThat(services.asked(CallServiceGrpc.getGetMethod())).isEmpty();
    }

    @Test
    void keepsTheDestinationFromADriverUntilHeHasAccepted() {
        // Given
        String query =
                "{ call(id: 254137) { status destination { poi } stopover { poi } distance userName tags"
                        + " appLocation { poi } origin { poi } } }";
        isCall(call(CallState.CALL_STATE_COMMANDED).build());

        // When
        String before = ask(driver(), query).statusCode(200).extract().asString();
        isCall(call(CallState.CALL_STATE_ACCEPTED).build());
        ValidatableResponse after = ask(driver(), query);

        // Then
        assertThat(before).contains("COMMANDED").doesNotContain("SECRET").doesNotContain("23456");
        after.body("data.call.destination.poi", equalTo("SECRET destination"))
                .body("data.call.distance", equalTo(23456));
    }

    @Test
    void saysOfAnothersCallThatThereIsNone() {
        // Given
        isCall(call(CallState.CALL_STATE_ACCEPTED).build());

        // When
        ValidatableResponse stranger =
                ask(issuer.token("8", "customer"), "{ call(id: 254137) { fare } }");
        ValidatableResponse otherDriver =
                ask(issuer.token("99", "driver"), "{ call(id: 254137) { fare } }");

        // Then
        for (ValidatableResponse answer : List.of(stranger, otherDriver)) {
            answer.statusCode(200)
                    .body("data.call", nullValue())
                    .body("errors[0].extensions.code", equalTo("NOT_FOUND"))
                    .body("errors[0].extensions.reason", equalTo("CALL_NOT_FOUND"))
                    .body("errors[0].extensions.retryable", equalTo(false));
        }
    }

    @Test
    void refusesADriverAnothersThings() {
        for (String query :
                List.of(
                        "{ workStatus(product: DRIVER, driverId: 99) { state } }",
                        "{ engagement(driverId: 99) { state } }",
                        "{ activeMove(product: DRIVER, driverId: 99) { moveId } }",
                        "{ statement(driverId: 99, businessDate: \"2026-11-20\") { paidMinutes } }",
                        "{ timeline(driverId: 99, businessDate: \"2026-11-20\") { entries { action } } }",
                        "{ statements(businessDate: \"2026-11-20\") { statements { workId } } }",
                        "{ policies { policies { region } } }",
                        "{ tags(entityId: \"driver:1004550\") { name } }",
                        "mutation { rest(input: {driverId: 99}) { work { state } } }",
                        "mutation { acceptCall(input: {driverId: 99, callId: 1}) { outcome } }")) {
            ask(driver(), query)
                    .statusCode(200)
                    .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        }
    }

    @Test
    void handsARefusalOnWithItsReasonAndNothingElse() {
        // Given
        services.answer(
                WorkServiceGrpc.getRestMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_DRIVER_ENGAGED, "engaged", "a free slot");
                });

        // When
        ValidatableResponse answer =
                ask(driver(), "mutation { rest(input: {}) { work { state } } }");

        // Then
        answer.statusCode(200)
                .body("errors", hasSize(1))
                .body("errors[0].extensions.code", equalTo("FAILED_PRECONDITION"))
                .body("errors[0].extensions.reason", equalTo("DRIVER_ENGAGED"))
                .body("errors[0].extensions.offending", equalTo("engaged"))
                .body("errors[0].extensions.expected", equalTo("a free slot"))
                .body("errors[0].extensions.retryable", equalTo(false))
                .body(
                        "errors[0].extensions.traceId",
                        not(equalTo("00000000000000000000000000000000")))
                .body("errors[0].extensions.exception", nullValue());
    }

    @Test
    void takesAClientMutationIdAsIdempotencyKey() {
        // Given
        services.answer(
                WorkServiceGrpc.getRestMethod(),
                request ->
                        RestResponse.newBuilder()
                                .setWork(
                                        Work.newBuilder()
                                                .setWorkId("w")
                                                .setDriverId(request.getDriverId()))
                                .build());
        String mutation =
                "mutation { rest(input: {clientMutationId: \"k1\"}) { clientMutationId work { driverId } } }";

        // When
        ask(driver(), mutation).body("data.rest.clientMutationId", equalTo("k1"));
        ask(driver(), mutation).body("data.rest.work.driverId", equalTo(DRIVER));

        // Then
        var asked = services.asked(WorkServiceGrpc.getRestMethod());
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0).getRequestId())
                .isEqualTo("rest:1004550:k1")
                .isEqualTo(asked.get(1).getRequestId());
    }

    @Test
    void asksForAllDriversNamesAtOnce() {
        // Given
        services.answer(
                CallServiceGrpc.getListMethod(),
                request ->
                        ListResponse.newBuilder()
                                .addCalls(call(CallState.CALL_STATE_ACCEPTED).setCallId("1"))
                                .addCalls(
                                        call(CallState.CALL_STATE_ACCEPTED)
                                                .setCallId("2")
                                                .setDriverId("5"))
                                .addCalls(
                                        call(CallState.CALL_STATE_REQUESTED)
                                                .setCallId("3")
                                                .clearDriverId())
                                .setNextPageToken("token")
                                .build());
        services.answer(
                DriverServiceGrpc.getBatchGetMethod(),
                request ->
                        BatchGetResponse.newBuilder()
                                .addAllDrivers(
                                        request.getDriverIdsList().stream()
                                                .map(id ->
                                                        Driver.newBuilder()
                                                                .setDriverId(id)
                                                                .setName("name of " + id)
                                                                .build())
                                                .toList())
                                .build());

        // When
        ValidatableResponse answer =
                ask(
                        operator(),
                        "{ calls(first: 3) { edges { cursor node { callId driverName } } pageInfo { hasNextPage endCursor } } }");

        // Then
        answer.body("errors", nullValue())
                .body(
                        "data.calls.edges.node.driverName",
                        equalTo(java.util.Arrays.asList("name of 1004550", "name of 5", null)))
                .body("data.calls.pageInfo.hasNextPage", equalTo(true))
                .body("data.calls.pageInfo.endCursor", notNullValue());
        assertThat(services.asked(DriverServiceGrpc.getBatchGetMethod())).hasSize(1);
    }

    @Test
    void givesADriverHisOwnCallsOnlyWhateverHeAsksFor() {
        // Given
        services.answer(
                CallServiceGrpc.getListMethod(), request -> ListResponse.getDefaultInstance());

        // When
        ask(driver(), "{ calls { edges { node { callId } } } }").body("errors", nullValue());
        ask(driver(), "{ calls(filter: {driverId: 99}) { edges { node { callId } } } }")
                .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));

        // Then
        assertThat(services.asked(CallServiceGrpc.getListMethod()))
                .singleElement()
                .satisfies(request -> assertThat(request.getDriverId()).isEqualTo(DRIVER));
    }

    @Test
    void requestsACallUnderANumberOfItsOwn() {
        // Given
        services.answer(CallServiceGrpc.getRequestMethod(), GatewayTest::requested);

        // When
        ValidatableResponse answer = ask(customer(), requestCall(""));

        // Then
        answer.body("errors", nullValue())
                .body("data.requestCall.call.callId.length()", equalTo(18))
                .body("data.requestCall.call.status", equalTo("REQUESTED"));
        RequestRequest asked = services.asked(CallServiceGrpc.getRequestMethod()).getFirst();
        assertThat(asked.getCustomerId()).isEqualTo(CUSTOMER);
        assertThat(asked.getOrigin().getLat()).isEqualTo("37.3943");
        assertThat(asked.getFare())
                .isEqualTo(Money.newBuilder().setAmount(18000).setCurrency("KRW").build());
    }

    @Test
    void aRequestThatIsSentAgainIsTheSameCall() {
        // Given
        services.answer(CallServiceGrpc.getRequestMethod(), GatewayTest::requested);

        // When
        ask(customer(), requestCall("clientMutationId: \"k\"")).body("errors", nullValue());
        ask(customer(), requestCall("clientMutationId: \"k\"")).body("errors", nullValue());

        // Then
        List<RequestRequest> asked = services.asked(CallServiceGrpc.getRequestMethod());
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst()).isEqualTo(asked.getLast());
        assertThat(asked.getFirst().getCallId()).matches("9[0-9]{17}");
    }

    @Test
    void letsOnlyOperatorsAndServicesNumberCalls() {
        // Given
        services.answer(CallServiceGrpc.getRequestMethod(), GatewayTest::requested);

        // Then
        ask(customer(), requestCall("callId: 254137"))
                .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        ask(issuer.token("s", "service"), requestCall("callId: 254137, userId: 7"))
                .body("data.requestCall.call.callId", equalTo(CALL));
        ask(operator(), requestCall("callId: 123456789012345678, userId: 7"))
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
    }

    @Test
    void sendsTheCallToGeneralDispatchWhenTheCallServiceIsDown() {
        // Given
        services.answer(
                CommanderServiceGrpc.getCloseCallMethod(),
                request -> CloseCallResponse.getDefaultInstance());
        legacy.answer("POST /api/v1/calls.json", 201, "{}");

        // When
        ValidatableResponse answer = ask(customer(), requestCall(""));

        // Then
        answer.body("errors", nullValue())
                .body("data.requestCall.call.status", equalTo("GENERAL"))
                .body("data.requestCall.call.path", equalTo("GENERAL"))
                .body("data.requestCall.call.reason", equalTo("CALL_UNAVAILABLE"));
        assertThat(legacy.bodies())
                .singleElement()
                .satisfies(body ->
                        assertThat(body)
                                .contains(
                                        "\"registered\":false",
                                        "\"customer_id\":\"7\"",
                                        "\"distance_meters\":12000",
                                        "\"product\":\"DRIVER\"")
                                .contains(
                                        "\"fare\":{\"amount\":18000,\"currency\":\"KRW\"}",
                                        "\"reason\":\"CALL_UNAVAILABLE\""));
    }

    @Test
    void readsACallFromTheLegacySystemWhenTheCallServiceDoesNotKnowIt() {
        // Given
        services.answer(
                CallServiceGrpc.getGetMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_CALL_NOT_FOUND, request.getCallId(), "a call");
                });
        legacy.answer(
                "GET /api/v1/calls/5.json",
                200,
                """
                {"call_id":"5","state":"taken","customer_id":"7","product":"DRIVER","driver_id":"77","unknown":1,
                 "origin":{"lat":"37.1","lng":"127.1"},"fare":{"amount":9000,"currency":"KRW"},
                 "requested_at":"2026-11-20T12:30:00Z"}\
                """);

        // Then
        ask(customer(), "{ call(id: 5) { status fare driverId origin { lat } createdAt } }")
                .body("errors", nullValue())
                .body("data.call.status", equalTo("ACCEPTED"))
                .body("data.call.fare", equalTo(9000))
                .body("data.call.driverId", equalTo("77"))
                .body("data.call.createdAt", equalTo("2026-11-20T12:30:00Z"));
        ask(customer(), "{ call(id: 6) { status } }")
                .body("errors[0].extensions.reason", equalTo("CALL_NOT_FOUND"));
    }

    @Test
    void saysThatItFailsWhenBothFail() {
        // Given
        legacy.answer("POST /api/v1/calls.json", 500, "{}");

        // Then
        ask(customer(), requestCall(""))
                .body("errors[0].extensions.code", equalTo("UNAVAILABLE"))
                .body("errors[0].extensions.retryable", equalTo(true));
    }

    @Test
    void cancelsACustomersOwnCall() {
        // Given
        services.answer(
                CallServiceGrpc.getCancelMethod(),
                request ->
                        CancelResponse.newBuilder()
                                .setCall(call(CallState.CALL_STATE_CANCELLED).clearDriverId())
                                .build());

        // When
        ask(customer(), "mutation { cancelCall(input: {callId: 254137}) { call { status } } }")
                .body("data.cancelCall.call.status", equalTo("CANCELLED"));
        ask(operator(), "mutation { cancelCall(input: {callId: 254137}) { call { status } } }")
                .body("data.cancelCall.call.status", equalTo("CANCELLED"));

        // Then
        assertThat(services.asked(CallServiceGrpc.getCancelMethod()))
                .extracting(request -> request.getCustomerId())
                .containsExactly(CUSTOMER, "");
    }

    @Test
    void listsOpenCallsNearbyWithoutTheirDestinations() {
        // Given
        Call open = call(CallState.CALL_STATE_GENERAL).clearDriverId().clearCommandId().build();
        Place far = open.getOrigin().toBuilder().setLat("37.5").build();
        services.answer(
                CallServiceGrpc.getListMethod(),
                request ->
                        ListResponse.newBuilder()
                                .addCalls(open.toBuilder().setCallId("1").setOrigin(far))
                                .addCalls(open.toBuilder().setCallId("2"))
                                .build());

        // When
        ValidatableResponse answer =
                ask(
                        driver(),
                        "{ listCall(product: DRIVER, userAgent: \"app\", location: {lat: 37.39, lng: 127.11}, driverId: 1004550)"
                                + " { radius calls { callId fare destination { poi } distance userName origin { poi } } } }");

        // Then
        answer.body("errors", nullValue())
                .body("data.listCall.radius", equalTo(3000))
                .body("data.listCall.calls.callId", equalTo(List.of("2")))
                .body(not(containsString("SECRET")))
                .body(not(containsString("23456")));
    }

    @Test
    void tellsACommandAtOnceAndAfterEachChangeAndNeverTheDestination() {
        // Given
        AtomicReference<Engagement> slot =
                new AtomicReference<>(engagement(1, EngagementState.ENGAGEMENT_STATE_FREE));
        services.answer(
                CommanderServiceGrpc.getGetEngagementMethod(),
                request -> GetEngagementResponse.newBuilder().setEngagement(slot.get()).build());

        try (Socket socket = socket(Optional.of(driver()), Optional.empty());
                EventProbe probe = EventProbe.ofTest()) {
            assertThat(socket.next()).contains("connection_ack");
            socket.subscribe(
                    "subscription { commands(driverId: 1004550)"
                            + " { state version command { callId fare origin { poi } } } }");

            // When
            String first = socket.next();
            slot.set(
                    engagement(2, EngagementState.ENGAGEMENT_STATE_COMMANDED).toBuilder()
                            .setCommand(
                                    Command.newBuilder()
                                            .setCallId(CALL)
                                            .setDriverId(DRIVER)
                                            .setCommandId("c")
                                            .setOrigin(Place.newBuilder().setPoi("판교역"))
                                            .setFare(Money.newBuilder().setAmount(18000)))
                            .build());
            AtomicReference<String> second = new AtomicReference<>("");
            await().until(() -> {
                probe.tell(
                        new Event(
                                Topics.ACTIVITY,
                                DRIVER,
                                "supporters.activity.commanded.v1",
                                ActivityEvent.newBuilder()
                                        .setDriverId(DRIVER)
                                        .setVersion(2)
                                        .build()));
                socket.poll().ifPresent(second::set);
                return second.get().contains("next");
            });

            // Then
            assertThat(first).contains("\"state\":\"FREE\"", "\"command\":null");
            assertThat(second.get())
                    .contains("\"state\":\"COMMANDED\"", "\"callId\":\"254137\"", "판교역");
        }
    }

    @Test
    void letsASocketBringItsTokenInItsFirstMessageOrInBothPlaces() {
        // Given
        services.answer(
                CommanderServiceGrpc.getGetEngagementMethod(),
                request ->
                        GetEngagementResponse.newBuilder()
                                .setEngagement(engagement(1, EngagementState.ENGAGEMENT_STATE_FREE))
                                .build());

        for (Optional<String> upgrade : List.of(Optional.<String>empty(), Optional.of(driver()))) {
            try (Socket socket = socket(upgrade, Optional.of(driver()))) {
                assertThat(socket.next()).contains("connection_ack");

                // When
                socket.subscribe("subscription { commands { driverId state } }");

                // Then
                assertThat(socket.next()).contains("\"driverId\":\"1004550\"", "FREE");
            }
        }
    }

    @Test
    void refusesSubscriptionsWithoutATokenAndToOthersThings() {
        try (Socket nobody = socket(Optional.empty(), Optional.empty())) {
            nobody.next();
            nobody.subscribe("subscription { commands(driverId: 1004550) { state } }");
            assertThat(nobody.next()).contains("\"error\"", "UNAUTHENTICATED");
        }
        try (Socket other = socket(Optional.of(issuer.token("99", "driver")), Optional.empty())) {
            other.next();
            other.subscribe("subscription { commands(driverId: 1004550) { state } }");
            assertThat(other.next()).contains("\"error\"", "PERMISSION_DENIED");
        }
        try (Socket invalid = socket(Optional.empty(), Optional.of("nonsense"))) {
            assertThat(invalid.next()).isEqualTo("closed 4403");
        }
    }

    @Test
    void followsACallUntilItEnds() {
        // Given
        AtomicReference<Call> state =
                new AtomicReference<>(call(CallState.CALL_STATE_COMMANDED).build());
        services.answer(
                CallServiceGrpc.getGetMethod(),
                request -> GetResponse.newBuilder().setCall(state.get()).build());

        try (Socket socket = socket(Optional.of(driver()), Optional.empty());
                EventProbe probe = EventProbe.ofTest()) {
            socket.next();
            socket.subscribe(
                    "subscription { callChanged(callId: 254137) { status destination { poi } } }");
            String commanded = socket.next();

            // When
            state.set(call(CallState.CALL_STATE_COMPLETED).setVersion(9).build());
            AtomicReference<String> completed = new AtomicReference<>("");
            await().until(() -> {
                probe.tell(
                        new Event(
                                Topics.CALLS,
                                CALL,
                                "supporters.calls.ended.v1",
                                CallEvent.newBuilder().setCallId(CALL).build()));
                socket.poll().ifPresent(completed::set);
                return completed.get().contains("next");
            });

            // Then
            assertThat(commanded).contains("COMMANDED").doesNotContain("SECRET");
            assertThat(completed.get()).contains("COMPLETED", "SECRET destination");
            assertThat(socket.next()).contains("complete");
        }
    }

    @Test
    void refusesToFollowAnothersCall() {
        // Given
        isCall(call(CallState.CALL_STATE_ACCEPTED).build());

        try (Socket socket = socket(Optional.of(issuer.token("8", "customer")), Optional.empty())) {
            socket.next();

            // When
            socket.subscribe("subscription { callChanged(callId: 254137) { status } }");

            // Then
            assertThat(socket.next())
                    .contains("CALL_NOT_FOUND", "\"retryable\":false", "\"callChanged\":null");
        }
    }

    @Test
    void refusesQueriesThatAreWrongTooDeepOrTooDear() {
        ask(driver(), "{ nothing }").body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(driver(), "mutation { refuseCall(input: {callId: 1, reason: BORED}) { outcome } }")
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(driver(), "mutation { reportLocation(input: {positions: [null]}) { taken } }")
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(driver(), "{ calls(filter: {statuses: [null]}) { edges { cursor } } }")
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(customer(), requestCall("").replace("18000", "99999999999999999999"))
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(customer(), requestCall("product: null"))
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(driver(), "{ statement(businessDate: \"yesterday\") { paidMinutes } }")
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        String many = "{" + " a%d: engagement { state }".repeat(30) + "}";
        ask(
                        driver(),
                        String.format(
                                many, java.util.stream.IntStream.range(0, 30).boxed().toArray()))
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        String deep =
                "{ __schema { types { fields { type "
                        + "{ ofType ".repeat(14)
                        + "{ name"
                        + " }".repeat(19);
        ask(driver(), deep).body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(driver(), "{ call(id: \"1'; drop\") { fare } }")
                .body("errors[0].extensions.offending", startsWith("callId"));
        assertThat(services.asked(CommanderServiceGrpc.getGetEngagementMethod())).isEmpty();
    }

    @Test
    void takesASupportersRefusalFromTheLegacySystem() {
        // Given
        services.answer(
                CommanderServiceGrpc.getRespondMethod(),
                request ->
                        RespondResponse.newBuilder()
                                .setOutcome(CommandOutcome.COMMAND_OUTCOME_REFUSED)
                                .build());

        // When
        legacyPut("reject", Map.of("call_id", CALL, "driver_id", DRIVER, "reason_code", "too_far"))
                .statusCode(200)
                .body("outcome", equalTo("refused"));

        // Then
        assertThat(services.asked(CommanderServiceGrpc.getRespondMethod()))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.getCallId()).isEqualTo(CALL);
                    assertThat(request.getDriverId()).isEqualTo(DRIVER);
                    assertThat(request.getRefuse().getReason().name())
                            .isEqualTo("REFUSAL_REASON_TOO_FAR");
                });
    }

    @Test
    void tellsTheLegacySystemWhyARefusalDoesNotCount() {
        Map<String, String> body =
                Map.of("call_id", CALL, "driver_id", DRIVER, "reason_code", "TOO_FAR");
        services.answer(
                CommanderServiceGrpc.getRespondMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                            "accepted by silence",
                            "an open command");
                });
        legacyPut("reject", body).statusCode(409).body("reason", equalTo("COMMAND_DECIDED"));
        services.answer(
                CommanderServiceGrpc.getRespondMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_COMMAND_NOT_FOUND, "none", "a command");
                });
        legacyPut("reject", body).statusCode(404).body("code", equalTo("NOT_FOUND"));
        legacyPut("reject", Map.of("call_id", CALL, "driver_id", DRIVER, "reason_code", "bored"))
                .statusCode(400);
    }

    @Test
    void takesStepsOfGeneralDispatchAndIgnoresThoseOfEndedCalls() {
        Map<String, String> step =
                Map.of(
                        "request_id",
                        "r1",
                        "call_id",
                        CALL,
                        "step",
                        "picked_up",
                        "driver_id",
                        "77",
                        "event_time",
                        "2026-11-20T12:30:00Z");
        services.answer(
                CallServiceGrpc.getReportGeneralMethod(),
                request -> ReportGeneralResponse.getDefaultInstance());
        legacyPut("general_dispatch", step).statusCode(200).body("outcome", equalTo("noted"));
        services.answer(
                CallServiceGrpc.getReportGeneralMethod(),
                request -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_CALL_ENDED, "ended", "a live call");
                });
        legacyPut("general_dispatch", step).statusCode(200).body("outcome", equalTo("ignored"));
        services.answer(
                CallServiceGrpc.getReportGeneralMethod(),
                request -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_CALL_NOT_FOUND, "none", "a call");
                });
        legacyPut("general_dispatch", step).statusCode(404);
        assertThat(
                        services.asked(CallServiceGrpc.getReportGeneralMethod())
                                .getFirst()
                                .getStep()
                                .name())
                .isEqualTo("GENERAL_STEP_PICKED_UP");
    }

    @Test
    void letsOnlyTheLegacySystemReport() {
        for (String token : List.of("nonsense", operator())) {
            RestAssured.given()
                    .header("Authorization", "Bearer " + token)
                    .contentType("application/json")
                    .body(Map.of("call_id", CALL))
                    .put("/d/v1/calls/reject")
                    .then()
                    .statusCode(401);
        }
        RestAssured.given().put("/d/v1/calls/reject").then().statusCode(401);
        ask(Embedded.LEGACY_TOKEN, "{ __typename }").statusCode(401);
        ask(issuer.token("x", "legacy"), "{ __typename }").statusCode(200);
        RestAssured.given()
                .header("Authorization", "Bearer " + issuer.token("x", "legacy"))
                .put("/d/v1/calls/reject")
                .then()
                .statusCode(401);
    }

    @Test
    void answersWhatGraphQlToolsAskOfASchema() {
        // Given
        String type = "type { kind name " + "ofType { kind name ".repeat(9) + "}".repeat(9) + " }";
        String value = "name description " + type + " defaultValue";
        String query =
                "query IntrospectionQuery { __schema { queryType { name } mutationType { name } subscriptionType { name }"
                        + " types { kind name description"
                        + " fields(includeDeprecated: true) { name description args { "
                        + value
                        + " } "
                        + type
                        + " isDeprecated deprecationReason } inputFields { "
                        + value
                        + " }"
                        + " enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }"
                        + " interfaces { name } possibleTypes { name } }"
                        + " directives { name description locations args { "
                        + value
                        + " } } } }";

        // Then
        ask(driver(), query)
                .body("errors", nullValue())
                .body("data.__schema.queryType.name", equalTo("Query"));
    }

    @Test
    void documentsEveryTypeAndField() {
        // When
        String types =
                ask(
                                operator(),
                                "{ __schema { types { name kind description fields { name description args { name description } }"
                                        + " inputFields { name description } enumValues { name description } } } }")
                        .statusCode(200)
                        .extract()
                        .asString();
        List<String> undocumented = Documentation.missing(types);

        // Then
        assertThat(undocumented).isEmpty();
    }

    private static RequestResponse requested(RequestRequest request) {
        return RequestResponse.newBuilder()
                .setCall(
                        Call.newBuilder()
                                .setCallId(request.getCallId())
                                .setCustomerId(request.getCustomerId())
                                .setState(CallState.CALL_STATE_REQUESTED))
                .build();
    }

    private static String requestCall(String more) {
        String input =
                "userName: \"Kim\", origin: %s, destination: %s, fare: 18000, distance: 12000, %s"
                        .formatted(LOCATION, LOCATION, more);
        return "mutation { requestCall(input: {"
                + input
                + "}) { call { callId status path reason } } }";
    }

    private static Engagement engagement(long version, EngagementState state) {
        return Engagement.newBuilder()
                .setDriverId(DRIVER)
                .setState(state)
                .setVersion(version)
                .build();
    }

    /** So long that the other answer has surely been taken. */
    private static void awaitThenWait(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.SECONDS);
            new CountDownLatch(1).await(30, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void isCall(Call call) {
        services.answer(
                CallServiceGrpc.getGetMethod(),
                request -> GetResponse.newBuilder().setCall(call).build());
    }

    private String operator() {
        return issuer.token("op", "operator");
    }

    private String driver() {
        return issuer.token(DRIVER, "driver");
    }

    private String customer() {
        return issuer.token(CUSTOMER, "customer");
    }

    private static ValidatableResponse ask(String token, String query) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .accept("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then();
    }

    private static ValidatableResponse legacyPut(String path, Map<String, String> body) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Embedded.LEGACY_TOKEN)
                .contentType("application/json")
                .body(body)
                .put("/d/v1/calls/" + path)
                .then();
    }

    private static Socket socket(Optional<String> upgradeToken, Optional<String> initToken) {
        URI uri = URI.create("ws://127.0.0.1:" + RestAssured.port + "/graphql");
        return new Socket(HttpClient.newHttpClient(), uri, upgradeToken, initToken);
    }
}
