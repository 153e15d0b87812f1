package dev.supporters.gateway.adapter.graphql.policy;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.PolicyLimits;
import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.policy.PolicyInputs.AppRuleInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyInputs.BoxInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyInputs.PutPolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyTypes.AppRuleView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyTypes.BoxView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyTypes.PolicyFieldChange;
import dev.supporters.gateway.adapter.graphql.policy.PolicyTypes.PolicyPage;
import dev.supporters.gateway.adapter.graphql.policy.PolicyTypes.PolicyView;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.policy.v1.AppRule;
import dev.supporters.proto.policy.v1.CompareRequest;
import dev.supporters.proto.policy.v1.FieldChange;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PutRequest;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Policies between the protos and the schema. The service `policy` checks whether the numbers fit together. */
final class PolicySchemaMapper {

    private static final long DAY_SECONDS = 86_400;

    private PolicySchemaMapper() {}

    static PolicyPage page(List<Policy> policies, String nextPageToken) {
        return new PolicyPage(
                policies.stream().map(PolicySchemaMapper::view).toList(),
                ProtoMapper.pageInfo(nextPageToken));
    }

    static PolicyView view(Policy policy) {
        return new PolicyView(
                ProtoMapper.product(policy.getProduct()),
                policy.getRegion(),
                policy.getVersion(),
                view(policy.getBounds()),
                policy.getTimeZone(),
                policy.getWindowBegin(),
                windowMinutes(policy),
                Timestamps.duration(policy.getVeto()).toMillis() / 1000.0,
                ProtoMapper.read(
                        CommonTypes.RefusalConsequence.class,
                        policy.getOnRefusal(),
                        "REFUSAL_CONSEQUENCE_"),
                ProtoMapper.money(policy.getHourlyWage()),
                policy.getRestPaid(),
                policy.getRolloutPercent(),
                (int) Timestamps.duration(policy.getMaxPickup()).toSeconds(),
                policy.getMaxCandidates(),
                policy.getAppRulesList().stream().map(PolicySchemaMapper::view).toList(),
                (int) Timestamps.duration(policy.getUnreachableAfter()).toSeconds(),
                (int) PolicyDefaults.overrunLimit(policy).toSeconds(),
                PolicyPartMapper.view(policy.getAssignment()),
                PolicyPartMapper.view(policy.getMoves()),
                PolicyPartMapper.view(policy.getZones()),
                PolicyPartMapper.view(policy.getJoin()),
                PolicyPartMapper.view(policy.getAbuse()),
                PolicyPartMapper.view(policy.getCalls()),
                ProtoMapper.instant(policy.hasEffectiveTime(), policy.getEffectiveTime()),
                ProtoMapper.instant(policy.hasUpdateTime(), policy.getUpdateTime()),
                ProtoMapper.text(policy.getUpdatedBy()),
                ProtoMapper.text(policy.getUpdateReason()));
    }

    static int windowMinutes(Policy policy) {
        return (int) Timestamps.duration(policy.getWindowLength()).toMinutes();
    }

    static BoxView view(Box box) {
        return new BoxView(
                box.getSouthWest().getLat(),
                box.getSouthWest().getLng(),
                box.getNorthEast().getLat(),
                box.getNorthEast().getLng());
    }

    private static AppRuleView view(AppRule rule) {
        return new AppRuleView(
                ProtoMapper.read(
                        CommonTypes.AppPlatform.class, rule.getPlatform(), "APP_PLATFORM_"),
                rule.getMinVersion());
    }

    static PutRequest request(Principal principal, PutPolicyInput input) {
        return PutRequest.newBuilder()
                .setRequestId(IdempotencyKeys.of("putPolicy", principal, input.clientMutationId()))
                .setPolicy(policy(input))
                .setExpectedVersion(InputChecks.fitting(input.expectedVersion(), "expectedVersion"))
                .setActor(principal.id())
                .setReason(ProtoMapper.orEmpty(input.reason()))
                .build();
    }

    /** The same, only to be checked. */
    static PutRequest check(Principal principal, PutPolicyInput input) {
        return request(principal, input).toBuilder().setValidateOnly(true).build();
    }

    static CompareRequest comparison(
            CommonTypes.Product product,
            String region,
            BigInteger fromVersion,
            Optional<BigInteger> toVersion,
            Optional<PutPolicyInput> draft) {
        if (toVersion.isPresent() && draft.isPresent()) {
            throw Refusal.invalid("toVersion", toVersion.get() + " and a draft", "one of them");
        }
        CompareRequest.Builder request =
                CompareRequest.newBuilder()
                        .setProduct(ProtoMapper.product(product))
                        .setRegion(region)
                        .setFromVersion(InputChecks.fitting(fromVersion, "fromVersion"));
        toVersion
                .map(version -> InputChecks.fitting(version, "toVersion"))
                .ifPresent(request::setToVersion);
        draft.map(PolicySchemaMapper::policy).ifPresent(request::setDraft);
        return request.build();
    }

    static PolicyFieldChange view(FieldChange change) {
        return new PolicyFieldChange(
                change.getPath(),
                change.hasBefore() ? change.getBefore() : null,
                change.hasAfter() ? change.getAfter() : null);
    }

    private static Policy policy(PutPolicyInput input) {
        Policy.Builder policy =
                Policy.newBuilder()
                        .setProduct(ProtoMapper.product(input.product()))
                        .setRegion(input.region())
                        .setBounds(box(input.bounds()))
                        .setTimeZone(input.timeZone())
                        .setWindowBegin(input.windowBegin())
                        .setWindowLength(
                                Timestamps.of(
                                        Duration.ofMinutes(
                                                InputChecks.within(
                                                        input.windowMinutes(),
                                                        "windowMinutes",
                                                        1,
                                                        DAY_SECONDS / 60))))
                        .setVeto(
                                Timestamps.of(
                                        Duration.ofMillis(
                                                Math.round(
                                                        Require.within(
                                                                        input.vetoSeconds(),
                                                                        "vetoSeconds",
                                                                        0.001,
                                                                        PolicyLimits.LONGEST_VETO
                                                                                .toSeconds())
                                                                * 1000))))
                        .setOnRefusal(
                                ProtoMapper.write(
                                        RefusalConsequence.class,
                                        "REFUSAL_CONSEQUENCE_",
                                        Optional.ofNullable(input.onRefusal())
                                                .orElse(CommonTypes.RefusalConsequence.GENERAL)))
                        .setHourlyWage(ProtoMapper.money(input.hourlyWage(), "hourlyWage"))
                        .setRestPaid(input.restPaid())
                        .setRolloutPercent(input.rolloutPercent())
                        .setMaxPickup(seconds(input.maxPickupSeconds(), "maxPickupSeconds"))
                        .setMaxCandidates(input.maxCandidates())
                        .setUnreachableAfter(
                                seconds(
                                        input.unreachableAfterSeconds(),
                                        "unreachableAfterSeconds"));
        if (input.appRules() != null) {
            InputChecks.listed(input.appRules(), "appRules")
                    .forEach(rule -> policy.addAppRules(rule(rule)));
        }
        Optional.ofNullable(input.overrunLimitSeconds())
                .map(limit -> seconds(limit, "overrunLimitSeconds"))
                .ifPresent(policy::setOverrunLimit);
        Optional.ofNullable(input.effectiveFrom())
                .map(Timestamps::of)
                .ifPresent(policy::setEffectiveTime);
        Optional.ofNullable(input.assignment())
                .map(PolicyPartMapper::assignment)
                .ifPresent(policy::setAssignment);
        Optional.ofNullable(input.moves()).map(PolicyPartMapper::moves).ifPresent(policy::setMoves);
        Optional.ofNullable(input.zones()).map(PolicyPartMapper::zones).ifPresent(policy::setZones);
        Optional.ofNullable(input.join()).map(PolicyPartMapper::join).ifPresent(policy::setJoin);
        Optional.ofNullable(input.abuse()).map(PolicyPartMapper::abuse).ifPresent(policy::setAbuse);
        Optional.ofNullable(input.calls()).map(PolicyPartMapper::calls).ifPresent(policy::setCalls);
        return policy.build();
    }

    private static Box box(BoxInput box) {
        return Box.newBuilder()
                .setSouthWest(ProtoMapper.point(box.south(), box.west()))
                .setNorthEast(ProtoMapper.point(box.north(), box.east()))
                .build();
    }

    private static AppRule rule(AppRuleInput rule) {
        return AppRule.newBuilder()
                .setPlatform(ProtoMapper.write(AppPlatform.class, "APP_PLATFORM_", rule.platform()))
                .setMinVersion(rule.minVersion())
                .build();
    }

    private static com.google.protobuf.Duration seconds(int seconds, String field) {
        return Timestamps.of(
                Duration.ofSeconds(InputChecks.within(seconds, field, 1, DAY_SECONDS)));
    }
}
