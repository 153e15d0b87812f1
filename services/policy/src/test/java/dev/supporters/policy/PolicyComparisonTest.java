package dev.supporters.policy;

import static dev.supporters.policy.SamplePolicy.put;
import static dev.supporters.policy.SamplePolicy.seoulWithParts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.CompareRequest;
import dev.supporters.proto.policy.v1.FieldChange;
import dev.supporters.proto.policy.v1.GetRequest;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc.PolicyServiceBlockingStub;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.TestChannel;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What differs between versions of a policy, and what a draft would change. */
@QuarkusTest
@QuarkusTestResource(Embedded.class)
class PolicyComparisonTest {

    private static final String REGION = "compared";

    @AutoClose private TestChannel channel;
    private PolicyServiceBlockingStub policies;

    @BeforeEach
    void connect() {
        channel = new TestChannel();
        policies = channel.stub(PolicyServiceGrpc::newBlockingStub);
        policies.put(put("c1", policy(), 0).build());
        policies.put(put("c2", policy().setRolloutPercent(30), 1).setReason("rain").build());
        policies.put(put("c3", policy().setRolloutPercent(30).clearMoves(), 2).build());
    }

    @Test
    void saysWhatAVersionHasChangedAndNotWhoPutItWhenAndWhy() {
        assertThat(changes(compare(1).setToVersion(2)))
                .containsExactly(change("rollout_percent", "100", "30"));
    }

    @Test
    void comparesAnyTwoVersionsInBothDirections() {
        // When
        List<FieldChange> forth = changes(compare(1).setToVersion(3));
        List<FieldChange> back = changes(compare(3).setToVersion(1));

        // Then
        assertThat(forth)
                .contains(
                        change("rollout_percent", "100", "30"),
                        change("moves.enabled", "true", "false"));
        assertThat(back)
                .contains(
                        change("rollout_percent", "30", "100"),
                        change("moves.enabled", "false", "true"))
                .hasSameSizeAs(forth);
    }

    @Test
    void aVersionDoesNotDifferFromItself() {
        assertThat(changes(compare(2).setToVersion(2))).isEmpty();
    }

    @Test
    void saysWhatADraftWouldChangeAndPutsNothing() {
        // Given
        Policy before = newest();

        // When
        List<FieldChange> changes =
                changes(
                        compare(2)
                                .setDraft(
                                        policy().setRolloutPercent(30)
                                                .setVeto(Timestamps.of(Duration.ofSeconds(8)))));

        // Then
        assertThat(changes).containsExactly(change("veto", "5s", "8s"));
        assertThat(newest()).isEqualTo(before);
    }

    @Test
    void aDraftThatDiffersInWhatTheServiceGivesAVersionDiffersInNothing() {
        assertThat(
                        changes(
                                compare(3)
                                        .setDraft(
                                                newest().toBuilder()
                                                        .setVersion(9)
                                                        .setUpdatedBy("x"))))
                .isEmpty();
    }

    @Test
    void refusesVersionsThatWereNeverPut() {
        // When
        Refusal from = refused(compare(4).setToVersion(1));
        Refusal to = refused(compare(1).setToVersion(Long.MAX_VALUE));
        Refusal region = refused(compare(1).setRegion("nowhere").setToVersion(1));

        // Then
        assertThat(from.reason()).isEqualTo(ErrorReason.ERROR_REASON_POLICY_NOT_FOUND);
        assertThat(from.offending()).isEqualTo("DRIVER/compared@4");
        assertThat(from.expected()).isEqualTo("a version from 1 to 3");
        assertThat(to.offending()).isEqualTo("DRIVER/compared@" + Long.MAX_VALUE);
        assertThat(region.offending()).isEqualTo("DRIVER/nowhere");
    }

    @Test
    void refusesADraftOfAnotherRegion() {
        // When
        Refusal refusal = refused(compare(1).setDraft(policy().setRegion("busan")));

        // Then
        assertThat(refusal.reason()).isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
        assertThat(refusal.offending()).isEqualTo("draft.region: busan");
        assertThat(refusal.expected())
                .isEqualTo("compared, as the version that it is compared with");
    }

    @Test
    void refusesADraftAsItWouldRefuseToPutIt() {
        // When
        Refusal bounds = refused(compare(1).setDraft(policy().setRolloutPercent(101)));
        Refusal terms = refused(compare(1).setDraft(policy().clearVeto()));
        Refusal put = refusal(() -> policies.put(put("c4", policy().clearVeto(), -1).build()));

        // Then
        assertThat(bounds.offending()).isEqualTo("draft.rollout_percent: 101");
        assertThat(bounds.expected()).isEqualTo("0 to 100");
        assertThat(terms.offending()).isEqualTo(put.offending()).startsWith("veto: ");
        assertThat(terms.expected()).isEqualTo(put.expected());
    }

    @Test
    void refusesAComparisonWithNothing() {
        assertThat(refused(compare(1)).offending()).isEqualTo("to_version: nothing");
    }

    private Policy newest() {
        return policies.get(
                        GetRequest.newBuilder()
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setRegion(REGION)
                                .build())
                .getPolicy();
    }

    private List<FieldChange> changes(CompareRequest.Builder request) {
        return policies.compare(request.build()).getChangesList();
    }

    private Refusal refused(CompareRequest.Builder request) {
        return refusal(() -> policies.compare(request.build()));
    }

    private static Refusal refusal(Runnable request) {
        StatusRuntimeException[] refused = new StatusRuntimeException[1];
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(StatusRuntimeException.class, e -> refused[0] = e);
        return RefusalStatus.fromStatus(refused[0]);
    }

    private static CompareRequest.Builder compare(long fromVersion) {
        return CompareRequest.newBuilder()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion(REGION)
                .setFromVersion(fromVersion);
    }

    private static Policy.Builder policy() {
        return seoulWithParts().setRegion(REGION);
    }

    private static FieldChange change(String path, String before, String after) {
        return FieldChange.newBuilder().setPath(path).setBefore(before).setAfter(after).build();
    }
}
