package dev.supporters.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports of 127.0.0.1 for servers that start a moment later. They lie below those that a system gives to connections that go out (from 32,768 on
 * Linux, 49,152 elsewhere): one of those may be free when it is chosen, and some connection's a moment later.
 */
public final class FreePorts {

    static final int FIRST = 20_000;
    static final int END = 32_768;

    private static final int TRIES = 1_000;

    private static final Set<Integer> TAKEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** One that nobody listens at, and that this JVM has not been given before. */
    public static int take() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, END))
                .limit(TRIES)
                .filter(port -> nobodyListensAt(port) && TAKEN.add(port))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no free port between %d and %d in %d tries"
                                        .formatted(FIRST, END, TRIES)));
    }

    private static boolean nobodyListensAt(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
