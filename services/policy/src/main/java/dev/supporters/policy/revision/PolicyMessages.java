package dev.supporters.policy.revision;

import dev.supporters.contract.AppRule;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.policy.v1.Policy;

/** A version as the interface registry has it. */
public final class PolicyMessages {

    private PolicyMessages() {}

    /** For those who ask for it: also why it was put. */
    public static Policy policy(PolicyRevision revision) {
        return told(revision).toBuilder().setUpdateReason(revision.reason()).build();
    }

    /** For all who follow the topic. */
    public static Policy told(PolicyRevision revision) {
        PolicyTerms terms = revision.terms();
        Policy.Builder policy =
                Policy.newBuilder()
                        .setProduct(revision.key().product())
                        .setRegion(revision.key().region())
                        .setVersion(revision.version())
                        .setBounds(terms.bounds().toProto())
                        .setTimeZone(terms.window().zone().getId())
                        .setWindowBegin(terms.window().begin().toString())
                        .setWindowLength(Timestamps.of(terms.window().length()))
                        .setVeto(Timestamps.of(terms.veto()))
                        .setOnRefusal(terms.onRefusal())
                        .setHourlyWage(terms.hourlyWage().toProto())
                        .setRestPaid(terms.restPaid())
                        .setRolloutPercent(terms.rolloutPercent())
                        .setMaxPickup(Timestamps.of(terms.maxPickup()))
                        .setMaxCandidates(terms.maxCandidates())
                        .addAllAppRules(terms.appRules().stream().map(AppRule::toProto).toList())
                        .setUnreachableAfter(Timestamps.of(terms.unreachableAfter()))
                        .setOverrunLimit(Timestamps.of(terms.overrunLimit()))
                        .setAssignment(terms.assignment().toProto())
                        .setMoves(terms.moves().toProto())
                        .setZones(terms.zones().toProto())
                        .setJoin(terms.join().toProto())
                        .setAbuse(terms.abuse().toProto())
                        .setCalls(terms.calls().toProto())
                        .setUpdateTime(Timestamps.of(revision.updateTime()))
                        .setUpdatedBy(revision.updatedBy());
        revision.effectiveTime().map(Timestamps::of).ifPresent(policy::setEffectiveTime);
        return policy.build();
    }
}
