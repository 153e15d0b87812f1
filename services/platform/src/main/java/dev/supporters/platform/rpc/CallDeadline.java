package dev.supporters.platform.rpc;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.Context;
import io.grpc.Deadline;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Until when what this thread does may take. The gRPC context has deadlines, too, but Quarkus stores that context in one place for all
 * threads that belong together, and two of them at once can leave one behind whose deadline is over, for all that follows. So a deadline
 * counts only where {@link #within} has set it.
 */
public final class CallDeadline {

    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    /** Until when the caller of this process waits; a value, as a deadline of the context would need a timer for each call. */
    private static final Context.Key<Deadline> CALLER = Context.key("caller-deadline");

    private CallDeadline() {}

    /** Runs code that may take until then, or until the deadline that holds already. */
    public static <T> T within(Deadline deadline, Supplier<T> code) {
        Deadline earlier = current().map(deadline::minimum).orElse(deadline);
        return ScopedValue.where(CURRENT, earlier).call(code::get);
    }

    /** Runs the answer to a call for as long as its caller waits. */
    static <T> T withinCallers(Context context, Supplier<T> code) {
        return caller(context).map(deadline -> within(deadline, code)).orElseGet(code);
    }

    /** A context of a call whose caller waits until then. */
    static Context with(Context context, Deadline deadline) {
        return context.withValue(CALLER, deadline);
    }

    /** Until when the caller of this context waits; empty if for ever. */
    static Optional<Deadline> caller(Context context) {
        return Optional.ofNullable(CALLER.get(context));
    }

    /** Whether the caller of this context has given up. */
    static boolean isOver(Context context) {
        return caller(context).filter(Deadline::isExpired).isPresent();
    }

    /** What a caller is told who does not wait any more. */
    static Refusal late() {
        return new Refusal(
                ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED,
                "the caller's deadline is over",
                "a caller who waits");
    }

    /** How long this thread's call may still take; 0 or less when its time is over, empty where nothing bounds it. */
    public static Optional<Duration> remaining() {
        return current()
                .map(deadline -> Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS)));
    }

    /** This thread's deadline. */
    static Optional<Deadline> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }
}
