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

    private CallDeadline() {}

    static <T> T within(Deadline deadline, Supplier<T> code) {
        return ScopedValue.where(CURRENT, deadline).call(code::get);
    }

    /** The earlier of this thread's deadline and that of the gRPC context. */
    static Optional<Deadline> current() {
        return Stream.of(
                        CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.<Deadline>empty(),
                        Optional.ofNullable(Context.current().getDeadline()))
                .flatMap(Optional::stream)
                .reduce(Deadline::minimum);
    }
}
