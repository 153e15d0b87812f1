package dev.supporters.charts.cluster;

import dev.supporters.charts.cluster.ProcessRunner.Output;
import dev.supporters.charts.cluster.ResultTable.StepResult;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to requests while the release changes, or its pods. */
final class LoadSteps {

    private static final String PAUSE_SECONDS = "0.2";
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private final ClusterTestOptions options;
    private final Cluster cluster;
    private final HelmRelease release;
    private final CallLoad load;
    private final int kubernetesMinor;
    private List<String> callsOfTheUpgrade = List.of();

    LoadSteps(
            ClusterTestOptions options,
            Cluster cluster,
            HelmRelease release,
            CallLoad load,
            int kubernetesMinor) {
        this.options = options;
        this.cluster = cluster;
        this.release = release;
        this.load = load;
        this.kubernetesMinor = kubernetesMinor;
    }

    /** Each function alone, one after the other: no request may fail. */
    StepResult rollingRestart() throws InterruptedException {
        List<String> functions = restartedFunctions();
        try (CallLoad.Run run = startLoad(0)) {
            for (String function : functions) {
                cluster.restart(function);
                if (!cluster.becomesReady(function)) {
                    return StepResult.failed(function + " does not become ready");
                }
            }
            Thread.sleep(SETTLE);
            return run.result(functions.size() + " functions; ");
        }
    }

    /** All functions at once, as a new version does it. Requests that a small cluster answers late are repeated, as apps do: nothing may be lost. */
    StepResult upgradeOfAllFunctions() throws InterruptedException {
        List<String> functions = restartedFunctions();
        List<String> change = new ArrayList<>();
        for (String function : functions) {
            change.add("--set-string");
            change.add("functions." + function + ".podAnnotations.cluster-test=upgraded");
        }
        try (CallLoad.Run run = startLoad(30)) {
            Thread.sleep(Duration.ofSeconds(3));
            Output output = release.upgrade(change.toArray(String[]::new));
            Thread.sleep(SETTLE);
            run.close();
            callsOfTheUpgrade = run.callIds();
            return output.succeeded()
                    ? run.result(
                            functions.size()
                                    + " functions; "
                                    + run.retries()
                                    + " times asked again; ")
                    : StepResult.failed(output.lastLine());
        }
    }

    /** Every call that was accepted in the upgrade exists and was decided. */
    StepResult callsOfTheUpgrade() throws InterruptedException {
        if (callsOfTheUpgrade.isEmpty()) {
            return StepResult.skipped("the upgrade accepted no call");
        }
        List<String> states = new ArrayList<>();
        boolean decided =
                Cluster.await(
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(5),
                        () -> {
                            states.clear();
                            states.addAll(load.states(callsOfTheUpgrade));
                            return count(states, "LOST") + count(states, "REQUESTED") == 0;
                        });
        String detail =
                "%d calls, %d not found, %d undecided"
                        .formatted(
                                callsOfTheUpgrade.size(),
                                count(states, "LOST"),
                                count(states, "REQUESTED"));
        return decided && states.size() == callsOfTheUpgrade.size()
                ? StepResult.ok(detail)
                : StepResult.failed(detail);
    }

    StepResult brokenUpgrade() throws InterruptedException {
        String before = cluster.imageOf("tagging");
        try (CallLoad.Run run = startLoad(0)) {
            Output output =
                    release.upgradeOrRollBack("--set", "functions.tagging.image.tag=no-such-tag");
            if (output.succeeded()) {
                return StepResult.failed("an image that does not exist was accepted");
            }
            run.close();
            return cluster.imageOf("tagging").equals(before)
                    ? run.result("an image that does not exist; ")
                    : StepResult.failed("not rolled back: " + output.lastLine());
        }
    }

    /** Of two pods, one may be evicted; the disruption budget must refuse the other. */
    StepResult eviction() throws InterruptedException {
        Output output =
                release.upgrade(
                        "--set",
                        "functions.tagging.replicas=2",
                        "--set",
                        "functions.tagging.autoscaling.engine=none");
        if (!output.succeeded()) {
            return StepResult.failed(output.lastLine());
        }
        if (!budgetHasCountedBothPods()) {
            return StepResult.failed("the budget of two pods does not allow one disruption");
        }
        List<String> pods = cluster.readyPods("tagging");
        if (pods.size() < 2) {
            return StepResult.failed(pods.size() + " pods are ready (expected: 2)");
        }
        long begin = System.nanoTime();
        StepResult result = evict(pods);
        return result.took(Duration.ofNanos(System.nanoTime() - begin));
    }

    private boolean budgetHasCountedBothPods() throws InterruptedException {
        String budget = options.release() + "-tagging";
        return Cluster.await(
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                () ->
                        cluster.text(
                                        "get",
                                        "poddisruptionbudget",
                                        budget,
                                        "--output",
                                        "jsonpath={.status.disruptionsAllowed}")
                                .equals("1"));
    }

    private StepResult evict(List<String> pods) throws InterruptedException {
        try (CallLoad.Run run = startLoad(0)) {
            Optional<String> first = cluster.evict(pods.get(0), kubernetesMinor);
            if (first.isPresent()) {
                return StepResult.failed("the first pod was not evicted: " + first.get());
            }
            Optional<String> second = cluster.evict(pods.get(1), kubernetesMinor);
            if (second.isEmpty()) {
                return StepResult.failed("the second pod was evicted too, against the budget");
            }
            if (!second.get().contains("disruption budget")) {
                return StepResult.failed(second.get());
            }
            cluster.becomesReady("tagging");
            Thread.sleep(SETTLE);
            return run.result("");
        }
    }

    StepResult scalingUp() throws InterruptedException {
        if (!cluster.hasMetrics()) {
            return StepResult.skipped("the cluster has no metrics API");
        }
        Output output =
                release.upgrade(
                        "--set",
                        "functions.call.autoscaling.engine=hpa",
                        "--set",
                        "functions.call.autoscaling.min=1",
                        "--set",
                        "functions.call.autoscaling.max=3",
                        "--set",
                        "functions.call.autoscaling.cpu=50");
        if (!output.succeeded()) {
            return StepResult.failed(output.lastLine());
        }
        long begin = System.nanoTime();
        try (CallLoad.Run run = load.start(options.workers() * 2, "0", 0)) {
            boolean scaled =
                    Cluster.await(
                            Duration.ofMinutes(4),
                            Duration.ofSeconds(2),
                            () -> cluster.readyPods("call").size() >= 2);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            Thread.sleep(SETTLE);
            int pods = cluster.readyPods("call").size();
            return scaled
                    ? run.result("call: 1 to " + pods + " pods; ").took(took)
                    : StepResult.failed(
                                    "call still has %d pod: %s"
                                            .formatted(
                                                    pods,
                                                    cluster.run(
                                                                    "get",
                                                                    "hpa",
                                                                    options.release() + "-call",
                                                                    "--no-headers")
                                                            .lastLine()))
                            .took(took);
        }
    }

    private CallLoad.Run startLoad(int retries) {
        return load.start(options.workers(), PAUSE_SECONDS, retries);
    }

    /** The stand-ins of the demo have one pod with all their data, and a forwarded port ends with its pod. */
    private List<String> restartedFunctions() throws InterruptedException {
        return cluster.functions().stream()
                .filter(name -> !name.equals("demo") && !name.equals("legacy"))
                .filter(name -> !name.equals("gateway") || !options.requestsAreForwarded())
                .toList();
    }

    private static long count(List<String> states, String begin) {
        return states.stream().filter(state -> state.startsWith(begin)).count();
    }
}
