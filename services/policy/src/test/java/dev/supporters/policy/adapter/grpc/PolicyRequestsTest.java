package dev.supporters.policy.adapter.grpc;

import static dev.supporters.policy.SamplePolicy.put;
import static dev.supporters.policy.SamplePolicy.seoul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.Duration;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.policy.revision.PolicyUpdate;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.policy.v1.AppRule;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PutRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.function.Consumer;
import java.util.stream.Stream;

class PolicyRequestsTest {

    @Test
    void readsAPolicyThatIsInOrder() {
        // When
        PolicyUpdate update = read(put("r1", seoul(), 0).build());

        // Then
        assertThat(update.key().id()).isEqualTo("DRIVER/seoul");
        assertThat(update.terms().window().zone().getId()).isEqualTo("Asia/Seoul");
        assertThat(update.terms().window().begin()).hasToString("21:00");
        assertThat(update.terms().veto()).hasSeconds(5);
        assertThat(update.terms().hourlyWage().amount()).isEqualTo(14_000);
    }

    @Test
    void anUnspecifiedConsequenceOfARefusalIsGeneral() {
        // When
        PolicyUpdate update = read(put("r1", seoul().clearOnRefusal(), 0).build());

        // Then
        assertThat(update.terms().onRefusal())
                .isEqualTo(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL);
    }

    @Test
    void anEmptyListOfAppsAllowsAll() {
        assertThat(read(put("r1", seoul().clearAppRules(), 0).build()).terms().appRules())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("policiesAtTheirBounds")
    void takesValuesAtTheirBounds(String name, Consumer<Policy.Builder> change) {
        // Given
        Policy.Builder policy = seoul();
        change.accept(policy);

        // When
        PolicyUpdate update = read(put("r1", policy, 0).build());

        // Then
        assertThat(update.key().region()).isEqualTo(policy.getRegion());
    }

    static Stream<Arguments> policiesAtTheirBounds() {
        return Stream.of(
                policy("rollout 0", p -> p.setRolloutPercent(0)),
                policy("rollout 100", p -> p.setRolloutPercent(100)),
                policy("veto of 120 s", p -> p.setVeto(seconds(120))),
                policy("window of a day", p -> p.setWindowLength(seconds(86_400))),
                policy("one candidate", p -> p.setMaxCandidates(1)),
                policy("128 candidates", p -> p.setMaxCandidates(128)),
                policy("fixed offset", p -> p.setTimeZone("+05:45")),
                policy("the most eastern offset", p -> p.setTimeZone("+14:00")),
                policy("midnight", p -> p.setWindowBegin("00:00")),
                policy("last minute", p -> p.setWindowBegin("23:59")),
                policy("region of 40", p -> p.setRegion("a".repeat(40))),
                policy("overrun of a day", p -> p.setOverrunLimit(seconds(86_400))),
                policy("whole world", p -> bounds(p, -90, -180, 90, 180)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("malformedPolicies")
    void refusesAFieldByItsName(String field, String found, Consumer<Policy.Builder> change) {
        // Given
        Policy.Builder policy = seoul();
        change.accept(policy);
        PutRequest request = put("r1", policy, 0).build();

        // When and then
        assertThatThrownBy(() -> read(request))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason())
                                    .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
                            assertThat(refusal.offending()).isEqualTo(field + ": " + found);
                            assertThat(refusal.expected()).isNotBlank();
                        });
    }

    static Stream<Arguments> malformedPolicies() {
        return Stream.of(
                refused("policy.product", "PRODUCT_UNSPECIFIED", p -> p.clearProduct()),
                refused("policy.product", "UNRECOGNIZED", p -> p.setProductValue(99)),
                refused("policy.region", "nothing", p -> p.clearRegion()),
                refused("policy.region", "Seoul", p -> p.setRegion("Seoul")),
                refused("policy.region", "a".repeat(41), p -> p.setRegion("a".repeat(41))),
                refused("policy.bounds.south_west", "nothing", p -> p.clearBounds()),
                refused("policy.bounds.south_west.lat", "-90.1", p -> bounds(p, -90.1, 0, 1, 1)),
                refused("policy.bounds.south_west.lng", "NaN", p -> bounds(p, 0, Double.NaN, 1, 1)),
                refused("policy.bounds.north_east.lat", "91.0", p -> bounds(p, 0, 0, 91, 1)),
                refused("policy.bounds.north_east.lng", "180.5", p -> bounds(p, 0, 0, 1, 180.5)),
                refused("bounds.north_east.lat", "37.0", p -> bounds(p, 37, 127, 37, 128)),
                refused("bounds.north_east.lng", "126.0", p -> bounds(p, 37, 127, 38, 126)),
                refused("policy.time_zone", "nothing", p -> p.clearTimeZone()),
                refused("time_zone", "Asia/Soul", p -> p.setTimeZone("Asia/Soul")),
                refused("time_zone", "+9", p -> p.setTimeZone("+9")),
                refused("time_zone", "+15:00", p -> p.setTimeZone("+15:00")),
                refused("policy.window_begin", "nothing", p -> p.clearWindowBegin()),
                refused("policy.window_begin", "24:00", p -> p.setWindowBegin("24:00")),
                refused("policy.window_begin", "9:00", p -> p.setWindowBegin("9:00")),
                refused("policy.window_begin", "21:60", p -> p.setWindowBegin("21:60")),
                refused("window_length", "PT0S", p -> p.clearWindowLength()),
                refused("window_length", "PT24H1S", p -> p.setWindowLength(seconds(86_401))),
                refused("veto", "PT0S", p -> p.clearVeto()),
                refused("veto", "PT-1S", p -> p.setVeto(seconds(-1))),
                refused("veto", "PT2M1S", p -> p.setVeto(seconds(121))),
                refused(
                        "policy.veto",
                        "9223372036854775807 s",
                        p -> p.setVeto(seconds(Long.MAX_VALUE).setNanos(1_000_000_000))),
                refused("on_refusal", "UNRECOGNIZED", p -> p.setOnRefusalValue(9)),
                refused(
                        "policy.hourly_wage.amount",
                        "0",
                        p -> p.getHourlyWageBuilder().setAmount(0)),
                refused(
                        "policy.hourly_wage.amount",
                        "1000000001",
                        p -> p.getHourlyWageBuilder().setAmount(1_000_000_001)),
                refused(
                        "policy.hourly_wage.currency",
                        "nothing",
                        p -> p.getHourlyWageBuilder().clearCurrency()),
                refused(
                        "policy.hourly_wage.currency",
                        "WON",
                        p -> p.getHourlyWageBuilder().setCurrency("WON")),
                refused("policy.rollout_percent", "-1", p -> p.setRolloutPercent(-1)),
                refused("policy.rollout_percent", "101", p -> p.setRolloutPercent(101)),
                refused("max_pickup", "PT0S", p -> p.clearMaxPickup()),
                refused("policy.max_candidates", "0", p -> p.setMaxCandidates(0)),
                refused("policy.max_candidates", "129", p -> p.setMaxCandidates(129)),
                refused(
                        "policy.app_rules[1].platform",
                        "APP_PLATFORM_UNSPECIFIED",
                        p -> p.addAppRules(rule(0, "1"))),
                refused(
                        "app_rules.platform",
                        "APP_PLATFORM_ANDROID twice",
                        p -> p.addAppRules(rule(1, "1"))),
                refused(
                        "policy.app_rules[1].min_version",
                        "nothing",
                        p -> p.addAppRules(rule(2, ""))),
                refused(
                        "policy.app_rules[1].min_version",
                        "5.x",
                        p -> p.addAppRules(rule(2, "5.x"))),
                refused("unreachable_after", "PT0S", p -> p.clearUnreachableAfter()),
                refused("overrun_limit", "PT0S", p -> p.setOverrunLimit(seconds(0))),
                refused("overrun_limit", "PT24H1S", p -> p.setOverrunLimit(seconds(86_401))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedRequests")
    void refusesWhatSurroundsThePolicy(String field, Consumer<PutRequest.Builder> change) {
        // Given
        PutRequest.Builder request = put("r1", seoul(), 0);
        change.accept(request);

        // When and then
        assertThatThrownBy(() -> read(request.build()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.offending()).startsWith(field + ": "));
    }

    static Stream<Arguments> malformedRequests() {
        return Stream.of(
                request("policy", r -> r.clearPolicy()),
                request("request_id", r -> r.clearRequestId()),
                request("request_id", r -> r.setRequestId("x".repeat(101))),
                request("expected_version", r -> r.setExpectedVersion(-2)),
                request("actor", r -> r.clearActor()));
    }

    @Test
    void refusesAPageTokenThatWasNeverGiven() {
        assertThatThrownBy(() -> PolicyRequests.below("first"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.offending()).isEqualTo("page_token: first"));
    }

    /** As the server does: the bounds of the proto first. */
    private static PolicyUpdate read(PutRequest request) {
        FieldBoundsTable.check(request);
        return PolicyRequests.update(request);
    }

    private static Arguments policy(String name, Consumer<Policy.Builder> change) {
        return arguments(name, change);
    }

    private static Arguments refused(String field, String found, Consumer<Policy.Builder> change) {
        return arguments(field, found, change);
    }

    private static Arguments request(String field, Consumer<PutRequest.Builder> change) {
        return arguments(field, change);
    }

    private static Duration.Builder seconds(long seconds) {
        return Duration.newBuilder().setSeconds(seconds);
    }

    private static AppRule rule(int platform, String version) {
        return AppRule.newBuilder()
                .setPlatform(AppPlatform.forNumber(platform))
                .setMinVersion(version)
                .build();
    }

    private static void bounds(
            Policy.Builder policy, double south, double west, double north, double east) {
        policy.getBoundsBuilder().getSouthWestBuilder().setLat(south).setLng(west);
        policy.getBoundsBuilder().getNorthEastBuilder().setLat(north).setLng(east);
    }
}
