package dev.supporters.contract.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.contract.legacy.LegacyApi.Cancellation;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.CallDeadline;
import dev.supporters.platform.rpc.HttpTransport;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.FakeHttp;
import dev.supporters.testkit.FakeHttp.GivenAnswer;

import io.grpc.Deadline;
import io.opentelemetry.api.OpenTelemetry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

class LegacyApiTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:30:00Z");
    private static final LegacyCall.Details DETAILS =
            new LegacyCall.Details(
                    "DRIVER",
                    "7001",
                    "김고객",
                    new Place("37.39433886412452", "127.1105739023173", "판교역", ""),
                    new Place("37.5", "127.0", "", ""),
                    Place.NONE,
                    new Money(18_000, "KRW"),
                    12_300,
                    "NO_SUPPORTER",
                    TIME);

    private GivenAnswer answer = new GivenAnswer(200, "{}");
    private final FakeHttp server = new FakeHttp(request -> answer);
    private final LegacyApi api =
            new LegacyApi(
                    new HttpTransport(OpenTelemetry.noop().getTracer("test")), server.url(), "t");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void handsACallOver() {
        // When
        call(() -> {
            api.submit(new LegacyCall.Submission("254137", true, DETAILS, List.of("c1")));
            return true;
        });

        // Then
        assertThat(server.heard())
                .containsExactly(
                        "POST /api/v1/calls.json Bearer t"
                                + " {\"call_id\":\"254137\",\"registered\":true,\"product\":\"DRIVER\","
                                + "\"customer_id\":\"7001\",\"customer_name\":\"김고객\","
                                + "\"origin\":{\"lat\":\"37.39433886412452\",\"lng\":\"127.1105739023173\","
                                + "\"poi\":\"판교역\",\"address\":\"\"},"
                                + "\"destination\":{\"lat\":\"37.5\",\"lng\":\"127.0\",\"poi\":\"\",\"address\":\"\"},"
                                + "\"fare\":{\"amount\":18000,\"currency\":\"KRW\"},\"distance_meters\":12300,"
                                + "\"reason\":\"NO_SUPPORTER\",\"requested_at\":\"2026-11-20T12:30:00Z\","
                                + "\"released_command_ids\":[\"c1\"]}");
    }

    @Test
    void readsTheListOfCallsAndPassesOverWhatNobodyCanRead() {
        // Given
        answer =
                new GivenAnswer(
                        200,
                        """
                        {"calls":[{"call_id":"1","state":"offered","registered":false},7,
                         {"call_id":"2","requested_at":"yesterday"},{"call_id":"3","state":"taken","registered":true}],
                         "next_page_token":"5.3"}\
                        """);

        // When
        LegacyCall.Page page = call(() -> api.list(TIME, "4.2"));

        // Then
        assertThat(page.calls()).extracting(LegacyCall::callId).containsExactly("1", "3");
        assertThat(page.calls()).extracting(LegacyCall::registered).containsExactly(false, true);
        assertThat(page.nextToken()).isEqualTo("5.3");
        assertThat(server.heard()).singleElement().asString().startsWith("GET /api/v1/calls.json");
    }

    @Test
    void readsACallOrItsAbsence() {
        answer =
                new GivenAnswer(
                        200,
                        """
                        {"call_id":"254137","state":"taken","driver_id":"77","product":"DRIVER","customer_id":"7001",
                         "customer_name":"김고객","origin":{"lat":"37.39433886412452","lng":"127.1105739023173","poi":"판교역"},
                         "destination":{"lat":"37.5","lng":"127.0"},"fare":{"amount":18000,"currency":"KRW"},
                         "distance_meters":12300,"reason":"NO_SUPPORTER","requested_at":"2026-11-20T12:30:00Z","other":1}\
                        """);
        assertThat(call(() -> api.find("254137")))
                .contains(new LegacyCall("254137", "taken", "77", true, DETAILS));

        answer = new GivenAnswer(200, "{\"call_id\":\"254137\",\"state\":\"supporters\"}");
        LegacyCall unknown = call(() -> api.find("254137")).orElseThrow();
        assertThat(unknown.details().origin().given()).isFalse();
        assertThat(unknown.details().requestedAt()).isEqualTo(Instant.EPOCH);

        answer = new GivenAnswer(404, "{\"error\":\"call_not_found\"}");
        assertThat(call(() -> api.find("254137"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200,{},CANCELLED",
        "404,{},UNKNOWN",
        "409,{\"error\":\"picked_up\"},PICKED_UP",
        "409,{\"error\":\"ended\"},ENDED",
        "409,nonsense,ENDED"
    })
    void cancels(int status, String body, Cancellation expected) {
        answer = new GivenAnswer(status, body);

        assertThat(call(() -> api.cancel("254137", "7001"))).isEqualTo(expected);

        assertThat(server.heard())
                .containsExactly(
                        "POST /api/v1/calls/254137/cancel.json Bearer t {\"customer_id\":\"7001\"}");
    }

    @ParameterizedTest
    @CsvSource({"200,true", "409,false"})
    void reportsAnAcceptance(int status, boolean noted) {
        answer = new GivenAnswer(status, "{}");

        assertThat(call(() -> reportAcceptance())).isEqualTo(noted);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void whatTheLegacySystemCannotReadIsInvalid(int status) {
        answer = new GivenAnswer(status, "{}");

        assertRefused(ErrorReason.ERROR_REASON_INVALID_ARGUMENT, () -> reportAcceptance());
    }

    @ParameterizedTest
    @CsvSource({"500,{}", "503,{}", "401,{}", "302,{}", "200,nonsense", "200,{\"origin\":1}"})
    void anAnswerOutsideTheContractMeansUnavailable(int status, String body) {
        answer = new GivenAnswer(status, body);

        assertRefused(ErrorReason.ERROR_REASON_UNAVAILABLE, () -> api.find("254137"));
    }

    private boolean reportAcceptance() {
        return api.reportAcceptance(new CallId("254137"), new DriverId("77"), "c1", TIME);
    }

    private void assertRefused(ErrorReason reason, Supplier<?> request) {
        assertThatThrownBy(() -> call(request))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private <T> T call(Supplier<T> request) {
        return CallDeadline.within(Deadline.after(10, TimeUnit.SECONDS), request);
    }
}
