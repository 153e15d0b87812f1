package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.rawSocket;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.GetEngagementResponse;
import dev.supporters.testkit.hostile.HostileRun;
import dev.supporters.testkit.hostile.LogLines;
import dev.supporters.testkit.hostile.RandomValues;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;

/** Whatever a websocket sends is answered, or closes it with a code that says whose mistake it was; others notice nothing. */
@QuarkusTest
class HostileSocketsTest extends ComponentTest {

    private static final int SOCKETS = RandomValues.count(200);
    private static final int MOST_MESSAGES = 6;

    private static final List<String> PAYLOADS =
            List.of(
                    "{\"query\":\"{ __typename }\"}",
                    "{\"query\":\"subscription { commands { driverId state } }\"}",
                    "{\"query\":\"query A { __typename } query B { __typename }\",\"operationName\":\"B\"}",
                    "{\"query\":\"query($a: Int!) { calls(first: $a) { edges { cursor } } }\",\"variables\":{\"a\":1}}",
                    "{\"query\":\"subscription { callUpdates(callId: \\\"7\\\") { status } }\"}",
                    "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"00\"}}}",
                    "{\"query\":\"mutation { refuseCommand(callId: \\\"7\\\", requestId: \\\"r\\\") { driverId } }\"}");

    private final RandomGenerator random = new SplittableRandom(RandomValues.seed());

    @BeforeEach
    void aDriver() {
        services.answer(
                CommanderServiceGrpc.getGetEngagementMethod(),
                request ->
                        GetEngagementResponse.newBuilder()
                                .setEngagement(Engagement.newBuilder().setDriverId(DRIVER))
                                .build());
    }

    @Test
    void randomMessagesAreAnsweredOrCloseTheSocketAsItsMistake() {
        Map<String, Integer> ends = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        HostileRun run = HostileRun.at("WebSocket messages");
        try (LogLines log = new LogLines()) {
            for (int i = 0; i < SOCKETS; i++) {
                List<String> messages = messages();
                long begin = System.nanoTime();
                String end = end(messages);
                run.sent(messages.size() - 1L);
                run.answered(end.endsWith("4408") ? 0 : System.nanoTime() - begin);
                ends.merge(end, 1, Integer::sum);
                if (!end.matches("open|closed 44\\d\\d")) {
                    faults.add(end + " after " + messages);
                }
            }

            System.out.println("sockets with random messages: " + ends);
            assertThat(faults).isEmpty();
            assertThat(log.lines()).isEmpty();
            run.end();
        }
        assertThat(ends).containsKey("open").hasSizeGreaterThan(3);
    }

    /** What becomes of a socket that sends these messages, and then asks a question that is always answered. */
    private String end(List<String> messages) {
        Optional<String> token =
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(issuer.driver());
        boolean initialised = token.isPresent() && random.nextInt(4) > 0;
        try (SubscriptionClient client =
                initialised
                        ? socket(Optional.empty(), token)
                        : rawSocket(token, Optional.empty())) {
            if (!send(client, messages) || random.nextInt(10) == 0) {
                return random.nextInt(2) == 0 ? "open" : closing(client);
            }
            return closing(client);
        }
    }

    /** False if the socket is closed before all are sent. */
    private static boolean send(SubscriptionClient client, List<String> messages) {
        try {
            messages.forEach(client::send);
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    private static String closing(SubscriptionClient client) {
        send(client, List.of("{\"type\":\"ping\"}"));
        String message = client.next();
        while (!message.isEmpty()
                && !message.contains("\"pong\"")
                && !message.startsWith("closed")) {
            message = client.next();
        }
        return message.contains("\"pong\"") ? "open" : message;
    }

    private List<String> messages() {
        List<String> messages = new ArrayList<>();
        int count = random.nextInt(1, MOST_MESSAGES);
        for (int i = 0; i < count; i++) {
            messages.add(message());
        }
        return messages;
    }

    private String message() {
        String message =
                switch (random.nextInt(8)) {
                    case 0 -> RandomValues.text(random);
                    case 1 -> SubscriptionClient.init(Optional.of(issuer.driver()));
                    case 2 -> "{\"type\":\"complete\",\"id\":\"" + random.nextInt(3) + "\"}";
                    case 3 -> "{\"type\":\"pong\",\"payload\":" + random.nextInt() + "}";
                    default ->
                            "{\"type\":\"subscribe\",\"id\":\"%d\",\"payload\":%s}"
                                    .formatted(
                                            random.nextInt(3),
                                            PAYLOADS.get(random.nextInt(PAYLOADS.size())));
                };
        if (random.nextInt(3) > 0) {
            return message;
        }
        byte[] damaged = RandomValues.damaged(message.getBytes(StandardCharsets.UTF_8), random);
        return new String(damaged, StandardCharsets.UTF_8);
    }
}
