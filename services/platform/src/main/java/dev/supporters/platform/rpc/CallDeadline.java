package dev.supporters.platform.rpc;

import io.grpc.Context;
import io.grpc.Deadline;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Until when the call of this thread may take. The gRPC context has the deadline, too, but Quarkus stores that context in one place for
 * all threads of a request: the event loop can replace it while the call is under way, and the call would have no deadline.
 */
final class CallDeadline {

    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    /** Until when the caller of this process waits; a value, as a deadline of the context would need a timer for each call. */
    private static final Context.Key<Deadline> CALLER = Context.key("caller-deadline");

    private CallDeadline() {}

    static <T> T within(Deadline deadline, Supplier<T> code) {
        return ScopedValue.where(CURRENT, deadline).call(code::get);
    }

    /** A context of a call whose caller waits until then. */
    static Context with(Context context, Deadline deadline) {
        return context.withValue(CALLER, deadline);
    }

    /** Whether the caller of this context has given up. */
    static boolean isOver(Context context) {
        Deadline deadline = CALLER.get(context);
        return deadline != null && deadline.isExpired();
    }

    /** The earliest of this thread's deadline, that of the gRPC context and that of the caller. */
    static Optional<Deadline> current() {
        return Stream.of(
                        CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.<Deadline>empty(),
                        Optional.ofNullable(Context.current().getDeadline()),
                        Optional.ofNullable(CALLER.get()))
                .flatMap(Optional::stream)
                .reduce(Deadline::minimum);
    }
}
