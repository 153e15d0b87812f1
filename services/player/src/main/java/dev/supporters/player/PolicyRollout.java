package dev.supporters.player;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.platform.event.Topics;
import dev.supporters.player.RolloutFigures.MeasuredRollout;
import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.MutationInput;
import dev.supporters.player.client.SystemClients;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures how long a policy that the night's operator puts takes to be in force in every service that follows policies. The policy is
 * one of a region of its own, in which nobody is, so that no night is changed by it.
 */
public final class PolicyRollout {

    /** In the sea, south of everywhere. */
    private static final String REGION = "rollout-measurement";

    private static final double SOUTH = -65;
    private static final double WEST = -150;
    private static final double SIDE = .001;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final NightSetup setup;
    private final Map<String, URI> metrics;
    private final Duration longest;

    /**
     * Asks over HTTP.
     *
     * @param metrics where each service tells its metrics, by its name
     * @param longest so long a service is waited for
     */
    public PolicyRollout(NightSetup setup, Map<String, URI> metrics, Duration longest) {
        this.setup = setup;
        this.metrics = new TreeMap<>(metrics);
        this.longest = longest;
    }

    /** Puts so many policies, one after the other; ends with the first that does not get everywhere. */
    public RolloutFigures measure(int policies) throws InterruptedException {
        List<MeasuredRollout> rollouts = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (SystemClients clients =
                        new SystemClients(
                                setup.gateway(), setup.legacy(), setup.legacyToken(), what -> {});
                FollowedTopicProbe probe = new FollowedTopicProbe();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            GatewayPerson operator = GatewayPerson.operator(setup, clients);
            Map<String, URI> followers = followers(probe, problems);
            if (followers.isEmpty()) {
                problems.add("no service tells how far it follows policies");
            }
            boolean everywhere = !followers.isEmpty();
            for (int number = 1; number <= policies && everywhere; number++) {
                Optional<MeasuredRollout> rollout =
                        rollout(operator, probe, threads, followers, number, problems);
                rollout.ifPresent(rollouts::add);
                everywhere = rollout.isPresent();
            }
        }
        return new RolloutFigures(rollouts, problems);
    }

    /** Those that follow policies; one that does not answer may be one of them. */
    private Map<String, URI> followers(FollowedTopicProbe probe, List<String> problems)
            throws InterruptedException {
        Map<String, URI> followers = new TreeMap<>();
        for (Map.Entry<String, URI> service : metrics.entrySet()) {
            try {
                if (probe.newest(service.getValue(), Topics.POLICIES).isPresent()) {
                    followers.put(service.getKey(), service.getValue());
                }
            } catch (IOException e) {
                problems.add(service.getKey() + " does not tell its metrics");
            }
        }
        return followers;
    }

    private Optional<MeasuredRollout> rollout(
            GatewayPerson operator,
            FollowedTopicProbe probe,
            ExecutorService threads,
            Map<String, URI> followers,
            int number,
            List<String> problems)
            throws InterruptedException {
        long begin = System.nanoTime();
        GraphQlAnswer answer = operator.change(GraphQlOperation.PUT_POLICY, policy(number));
        Instant put =
                JsonNodes.instant(
                        answer.data().path("putPolicy").path("policy").path("updatedAt"),
                        Instant.MAX);
        if (answer.refused() || put.equals(Instant.MAX)) {
            problems.add("the gateway put no policy: " + answer.reason());
            return Optional.empty();
        }
        Map<String, Future<Optional<Duration>>> waits = new TreeMap<>();
        followers.forEach((service, address) ->
                waits.put(service, threads.submit(wait(probe, address, put, begin))));
        Map<String, Duration> times = new TreeMap<>();
        for (Map.Entry<String, Future<Optional<Duration>>> wait : waits.entrySet()) {
            Optional<Duration> time = result(wait.getValue());
            time.ifPresent(known -> times.put(wait.getKey(), known));
            if (time.isEmpty()) {
                problems.add(
                        wait.getKey() + " had no new policy within " + longest.toMillis() + " ms");
            }
        }
        return times.size() == followers.size()
                ? Optional.of(new MeasuredRollout(times))
                : Optional.empty();
    }

    /** Until the service has an event that is as new as the policy; empty if that takes too long. */
    private Callable<Optional<Duration>> wait(
            FollowedTopicProbe probe, URI address, Instant put, long begin) {
        double seconds = put.toEpochMilli() / 1_000.0;
        return () -> {
            while (true) {
                boolean there = isThere(probe, address, seconds);
                Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
                if (there) {
                    return Optional.of(elapsed);
                }
                if (elapsed.compareTo(longest) >= 0) {
                    return Optional.empty();
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        };
    }

    private static boolean isThere(FollowedTopicProbe probe, URI address, double seconds)
            throws InterruptedException {
        try {
            return probe.newest(address, Topics.POLICIES).orElse(0) >= seconds;
        } catch (IOException e) {
            return false; // the next look tells
        }
    }

    private static Optional<Duration> result(Future<Optional<Duration>> wait)
            throws InterruptedException {
        try {
            return wait.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault in a measurement", e.getCause());
        }
    }

    private static MutationInput policy(int number) {
        ObjectNode bounds =
                JsonNodes.object()
                        .put("south", SOUTH)
                        .put("west", WEST)
                        .put("north", SOUTH + SIDE)
                        .put("east", WEST + SIDE);
        ObjectNode wage = JsonNodes.object().put("amount", 1).put("currency", "KRW");
        return MutationInput.of(REGION + "-" + System.nanoTime())
                .with("product", "DRIVER")
                .with("region", REGION)
                .with("bounds", bounds)
                .with("timeZone", "UTC")
                .with("windowBegin", "21:00")
                .with("windowMinutes", 240)
                .with("vetoSeconds", 5)
                .with("hourlyWage", wage)
                .with("restPaid", false)
                .with("rolloutPercent", 0)
                .with("maxPickupSeconds", 600)
                .with("maxCandidates", 1)
                .with("unreachableAfterSeconds", 120)
                .with("expectedVersion", -1)
                .with("reason", "measurement " + number + " of how fast policies are in force");
    }
}
