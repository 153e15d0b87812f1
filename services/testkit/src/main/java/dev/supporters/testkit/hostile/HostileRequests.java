package dev.supporters.testkit.hostile;

import com.google.protobuf.Descriptors.Descriptor;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.stub.ClientCalls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Sends every method of a service random messages, and bytes that are none. {@code -Dsupporters.hostile=1500} sends each method so many,
 * {@code -Dsupporters.hostile.seed=7} others.
 */
public final class HostileRequests {

    private static final int EACH = RandomValues.count(60);
    private static final long SEED = RandomValues.seed();
    private static final int LONGEST_SECONDS = 30;
    private static final int STREAM_MILLIS = 100;

    /** What a caller cannot be blamed for. */
    private static final Set<Status.Code> FAULTS =
            Set.of(
                    Status.Code.INTERNAL,
                    Status.Code.UNKNOWN,
                    Status.Code.UNIMPLEMENTED,
                    Status.Code.DATA_LOSS,
                    Status.Code.CANCELLED,
                    Status.Code.DEADLINE_EXCEEDED);

    private static final Marshaller<byte[]> BYTES =
            new Marshaller<>() {
                @Override
                public InputStream stream(byte[] value) {
                    return new ByteArrayInputStream(value);
                }

                @Override
                public byte[] parse(InputStream stream) {
                    try {
                        return stream.readAllBytes();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            };

    private final Channel channel;
    private final RandomGenerator random = new SplittableRandom(SEED);
    private final RandomMessages messages = new RandomMessages(random);
    private final Map<Status.Code, Integer> codes = new EnumMap<>(Status.Code.class);
    private final List<String> faults = new ArrayList<>();
    private final HostileRun run;
    private Duration slowest = Duration.ZERO;
    private String slowestMethod = "";

    /** Over this channel, which shows a token that lets in. */
    public HostileRequests(Channel channel, HostileRun run) {
        this.channel = channel;
        this.run = run;
    }

    /** Answers with what was a fault of the service: method, status and the bytes that were sent, in hex. */
    public List<String> send(ServiceDescriptor service) {
        for (MethodDescriptor<?, ?> method : service.getMethods()) {
            for (int i = 0; i < EACH; i++) {
                send(method, request(method));
            }
        }
        return List.copyOf(faults);
    }

    /** How many answers of which kind there were, and how long the slowest took. */
    public String summary() {
        return "hostile requests, seed %d: %s; the slowest took %d ms (%s)"
                .formatted(SEED, codes, slowest.toMillis(), slowestMethod);
    }

    /** What a method is sent. */
    public static Descriptor input(MethodDescriptor<?, ?> method) {
        return ((ProtoMethodDescriptorSupplier) method.getSchemaDescriptor())
                .getMethodDescriptor()
                .getInputType();
    }

    private byte[] request(MethodDescriptor<?, ?> method) {
        byte[] message = messages.next(input(method)).toByteArray();
        return random.nextInt(10) == 0 ? RandomValues.damaged(message, random) : message;
    }

    private void send(MethodDescriptor<?, ?> method, byte[] request) {
        long begin = System.nanoTime();
        Status status = answer(method, request);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        // a stream that was taken is waited for as long as it may take
        if (method.getType() == MethodType.SERVER_STREAMING) {
            run.sent(1);
        } else {
            run.answered(took.toNanos());
        }
        if (took.compareTo(slowest) > 0) {
            slowest = took;
            slowestMethod = method.getBareMethodName();
        }
        codes.merge(status.getCode(), 1, Integer::sum);
        if (FAULTS.contains(status.getCode())) {
            faults.add(
                    "%s: %s for %s"
                            .formatted(
                                    method.getFullMethodName(),
                                    status,
                                    HexFormat.of().formatHex(request)));
        }
    }

    private Status answer(MethodDescriptor<?, ?> method, byte[] request) {
        boolean stream = method.getType() == MethodType.SERVER_STREAMING;
        MethodDescriptor<byte[], byte[]> bytes =
                method.toBuilder(BYTES, BYTES).setSchemaDescriptor(null).build();
        CallOptions options =
                stream
                        ? CallOptions.DEFAULT.withDeadlineAfter(
                                STREAM_MILLIS, TimeUnit.MILLISECONDS)
                        : CallOptions.DEFAULT.withDeadlineAfter(LONGEST_SECONDS, TimeUnit.SECONDS);
        try {
            if (stream) {
                ClientCalls.blockingServerStreamingCall(channel, bytes, options, request)
                        .forEachRemaining(_ -> {});
            } else {
                var _ = ClientCalls.blockingUnaryCall(channel, bytes, options, request);
            }
            return Status.OK;
        } catch (StatusRuntimeException e) {
            // a stream that was taken has no end
            return stream && e.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED
                    ? Status.OK
                    : e.getStatus();
        }
    }
}
