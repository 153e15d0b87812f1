package dev.supporters.policy.revision;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;

/** What the service writes to the topic of policies. */
final class PolicyEvents {

    private static final String PUT = "supporters.policy.put.v1";

    private PolicyEvents() {}

    static Event put(PolicyKey key, PolicyPut put) {
        return new Event(
                Topics.POLICIES, key.id(), PUT, PolicyEvent.newBuilder().setPut(put).build());
    }
}
