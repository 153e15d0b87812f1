package dev.supporters.call.path;

import static java.util.Objects.requireNonNull;

import dev.supporters.call.life.Assignee.Command;

import java.time.Instant;
import java.util.List;

/** Which path a call takes. */
public sealed interface PathDecision {

    /** To a supporter. */
    record Assigned(Command command, List<String> tags) implements PathDecision {

        public Assigned {
            requireNonNull(command);
            tags = List.copyOf(tags);
        }
    }

    /** Waits for a supporter until an instant, at most. */
    record Held(Instant until, List<String> tags) implements PathDecision {

        public Held {
            requireNonNull(until);
            tags = List.copyOf(tags);
        }
    }

    /**
     * To general dispatch.
     *
     * @param closed whether commander gives no command for the call any more
     */
    record ToGeneral(String reason, List<String> tags, boolean closed) implements PathDecision {

        public ToGeneral {
            requireNonNull(reason);
            tags = List.copyOf(tags);
        }
    }
}
