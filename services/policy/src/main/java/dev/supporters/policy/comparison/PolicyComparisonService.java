package dev.supporters.policy.comparison;

import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.policy.revision.PolicyMessages;
import dev.supporters.policy.revision.PolicyRevision;
import dev.supporters.policy.revision.PolicyService;
import dev.supporters.policy.revision.PolicyUpdate;
import dev.supporters.proto.policy.v1.FieldChange;
import dev.supporters.proto.policy.v1.Policy;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** What differs between a version of a policy and another one, or one that might be put. */
@ApplicationScoped
public class PolicyComparisonService {

    private final PolicyService policies;

    PolicyComparisonService(PolicyService policies) {
        this.policies = policies;
    }

    /** Refused: POLICY_NOT_FOUND. */
    public List<FieldChange> changes(PolicyKey key, long from, long to) {
        return changes(policies.version(key, from), policies.version(key, to));
    }

    /** The same for one that might be put, refused as if it were put. */
    public List<FieldChange> changes(long from, PolicyUpdate draft) {
        return changes(policies.version(draft.key(), from), policies.check(draft));
    }

    private static List<FieldChange> changes(PolicyRevision before, PolicyRevision after) {
        return MessageComparison.changes(put(before), put(after));
    }

    /** What was put: without what the service itself gives each version. */
    private static Policy put(PolicyRevision revision) {
        return PolicyMessages.policy(revision).toBuilder()
                .clearVersion()
                .clearUpdateTime()
                .clearUpdatedBy()
                .clearUpdateReason()
                .build();
    }
}
