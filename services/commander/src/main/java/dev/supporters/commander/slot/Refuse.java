package dev.supporters.commander.slot;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.common.v1.RefusalReason;

/** A driver's refusal. */
public record Refuse(RefusalReason reason, String comment) {

    private static final int MAX_COMMENT = 500;

    public Refuse {
        if (reason == RefusalReason.REFUSAL_REASON_UNSPECIFIED
                || reason == RefusalReason.UNRECOGNIZED) {
            throw Refusal.invalid("refuse.reason", reason, "a reason");
        }
        Require.optionalText(comment, "refuse.comment", MAX_COMMENT);
    }
}
