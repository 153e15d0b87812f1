package dev.supporters.platform.rpc;

import io.grpc.Context;
import io.grpc.Deadline;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Until when the call of this thread may take. The gRPC context has the deadline, too, but Quarkus stores that context in one place for
 * all threads of a request: the event loop can replace it while the call is under way, and the call would have no deadline.
 */
public final class CallDeadline {

    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    /** Until when the caller of this process waits; a value, as a deadline of the context would need a timer for each call. */
    private static final Context.Key<Deadline> CALLER = Context.key("caller-deadline");

    private CallDeadline() {}

    static <T> T within(Deadline deadline, Supplier<T> code) {
        return ScopedValue.where(CURRENT, deadline).call(code::get);
    }

    /** A context of a call whose caller waits until then. */
    public static Context with(Context context, Deadline deadline) {
        return context.withValue(CALLER, deadline);
    }

    /** Whether the caller of this context has given up. */
    static boolean isOver(Context context) {
        Deadline deadline = CALLER.get(context);
        return deadline != null && deadline.isExpired();
    }

    /**
     * How long the call of this thread may still take; 0 or less when its time is over, empty where nothing bounds it. The deadline of the
     * gRPC context does not count: it may be that of a remote call that has ended, see above.
     */
    public static Optional<Duration> remaining() {
        return ours().reduce(Deadline::minimum)
                .map(deadline -> Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS)));
    }

    /** The earliest of this thread's deadline, that of the gRPC context and that of the caller. */
    static Optional<Deadline> current() {
        return Stream.concat(ours(), Stream.ofNullable(Context.current().getDeadline()))
                .reduce(Deadline::minimum);
    }

    private static Stream<Deadline> ours() {
        return Stream.concat(
                CURRENT.isBound() ? Stream.of(CURRENT.get()) : Stream.empty(),
                Stream.ofNullable(CALLER.get()));
    }
}
