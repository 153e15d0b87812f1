package dev.supporters.gateway.adapter.kafka;

import dev.supporters.contract.CallId;
import dev.supporters.gateway.call.RecentCallChanges;
import dev.supporters.gateway.subscription.SubscriptionHub;
import dev.supporters.gateway.subscription.SubscriptionKeys;
import dev.supporters.proto.events.call.v1.CallEvent;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells who follows one call of each change at once, and who follows all of a region of all changes since the last time together. */
@ApplicationScoped
class CallSignals {

    private final RecentCallChanges changes;
    private final SubscriptionHub subscriptions;

    CallSignals(RecentCallChanges changes, SubscriptionHub subscriptions) {
        this.changes = changes;
        this.subscriptions = subscriptions;
    }

    void changed(CallEvent event) {
        CallId callId = new CallId(event.getCallId());
        changes.changed(event.getProduct(), callId);
        subscriptions.changed(SubscriptionKeys.call(callId));
    }

    void tell() {
        changes.takeUntold()
                .forEach(product -> subscriptions.changed(SubscriptionKeys.calls(product)));
    }
}
