package dev.supporters.stand;

import dev.supporters.embedded.DevelopmentIssuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the stand's processes are told.
 *
 * @param origin what the clock shows until everything is ready
 * @param realtimeAfter when the clock slows down to rate 1
 * @param only the services to start; empty starts all
 * @param natively the services to run as native executables
 * @param spans where the services' spans go
 * @param jvm what the services' JVMs are made for
 * @param overrides environment variables of single services, by name of the service
 * @param heaps how many MiB the heaps of single services may have, by name of the service, where it is not the usual
 * @param topicsLate whether the topics are made only when all services run
 * @param functions those that run in processes of their own
 */
public record StandConfig(
        Path root,
        StandFolder folder,
        StandPorts ports,
        double rate,
        Instant origin,
        Instant realtimeAfter,
        List<String> only,
        List<String> natively,
        SpanExport spans,
        JvmProfile jvm,
        Map<String, Map<String, String>> overrides,
        Map<String, Integer> heaps,
        boolean topicsLate,
        List<FunctionSpec> functions) {

    /** Whether a service writes its log as JSON; on the stand people read it. */
    public static final String JSON_LOGS = "QUARKUS_LOG_CONSOLE_JSON_ENABLED";

    /** All processes share this machine, so those whose answers nobody waits for come last. */
    private static final Set<String> WAITED_FOR_BY_NOBODY = Set.of("settlement", "zone", "insight");

    /** Where Zipkin shows the traces of a call, by the attribute that the gateway gives them. */
    private static final String TRACES_OF_A_CALL =
            "zipkin/?annotationQuery=supporters.call_id%3D{callId}&lookback=12h";

    /** Whom the console signs in with one click; the driver is that of the demo data. */
    private static final String CONSOLE_PEOPLE = "operator:you,driver:1004550,customer:7";

    private static final Duration HELD_CALLS_EVERY = Duration.ofSeconds(2);

    /** Between two polls that bring events: a night's minute may be half a second. */
    private static final Duration QUICK_PACE = Duration.ofMillis(20);

    /** Minutes of a core, of which the others leave little. */
    private static final Map<String, String> DRY_RUN =
            Map.of(
                    "SUPPORTERS_INSIGHT_DRY_RUN_TIMEOUT", "120s",
                    "SUPPORTERS_REMOTE_INSIGHT_DRY_RUN_DEADLINE", "130s");

    /** As the default of `call`. */
    private static final Duration FOLLOW_UP_TIME = Duration.ofMinutes(30);

    private static final Duration LEAST_PAUSE = Duration.ofMillis(250);

    /** A second JVM puts together what one has recorded. */
    private static final String RECORDERS_HEAP = "-Xmx512m";

    private static final String SHARED_FLAGS = "services/jvm/java.options";
    private static final Path NICE = Path.of("/usr/bin/nice");

    /** Longer than in production, because all processes share this machine's few cores. */
    private static final Map<String, Map<String, String>> DEADLINES =
            Map.of(
                    "routing", deadlines("tagging", 300, "mlgateway", 200, "commander", 500),
                    "call", deadlines("routing", 1_200, "commander", 1_000, "legacy", 2_000),
                    "commander", deadlines("call", 1_000, "activity", 500),
                    "work", deadlines("driver", 1_000, "commander", 1_000),
                    "gateway",
                            deadlines(
                                    "call",
                                    4_000,
                                    "commander",
                                    2_000,
                                    "work",
                                    3_000,
                                    "activity",
                                    2_000,
                                    "driver",
                                    2_000,
                                    "policy",
                                    2_000,
                                    "move",
                                    2_000,
                                    "settlement",
                                    8_000,
                                    "zone",
                                    8_000,
                                    "insight",
                                    8_000,
                                    "mlgateway",
                                    2_000,
                                    "tagging",
                                    2_000,
                                    "routing",
                                    2_000,
                                    "legacy",
                                    3_000));

    /** With nothing unusual. */
    public StandConfig(
            Path root,
            StandFolder folder,
            StandPorts ports,
            double rate,
            Instant origin,
            Instant realtimeAfter,
            List<String> only,
            List<String> natively,
            SpanExport spans,
            JvmProfile jvm) {
        this(
                root,
                folder,
                ports,
                rate,
                origin,
                realtimeAfter,
                only,
                natively,
                spans,
                jvm,
                Map.of(),
                Map.of(),
                false,
                List.of());
    }

    public StandConfig {
        only = List.copyOf(only);
        natively = List.copyOf(natively);
        overrides = Map.copyOf(overrides);
        heaps = Map.copyOf(heaps);
        functions = List.copyOf(functions);
    }

    /** The same with other or more environment variables for one service: a test can lead its calls through a proxy. */
    public StandConfig with(ServiceSpec service, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(overrides.getOrDefault(service.name(), Map.of()));
        all.putAll(variables);
        Map<String, Map<String, String>> more = new HashMap<>(overrides);
        more.put(service.name(), Map.copyOf(all));
        return with(more, heaps, topicsLate, functions);
    }

    /** The same with another heap for one service, in MiB: as much as it has in production. */
    public StandConfig withHeap(ServiceSpec service, int mebibytes) {
        Map<String, Integer> more = new HashMap<>(heaps);
        more.put(service.name(), mebibytes);
        return with(overrides, more, topicsLate, functions);
    }

    /** The same with topics that are made only when all services run: none of them is ready before. */
    public StandConfig withLateTopics() {
        return with(overrides, heaps, true, functions);
    }

    /** The same with a function in a process of its own, which the serving process does not have then. */
    public StandConfig apart(FunctionSpec function) {
        List<FunctionSpec> more = new ArrayList<>(functions);
        more.add(function);
        StandConfig without = with(function.service(), function.without());
        return without.with(without.overrides, heaps, topicsLate, more);
    }

    private StandConfig with(
            Map<String, Map<String, String>> variables,
            Map<String, Integer> mebibytes,
            boolean late,
            List<FunctionSpec> apart) {
        return new StandConfig(
                root,
                folder,
                ports,
                rate,
                origin,
                realtimeAfter,
                only,
                natively,
                spans,
                jvm,
                variables,
                mebibytes,
                late,
                apart);
    }

    public List<ServiceSpec> services() {
        return only.isEmpty()
                ? ServiceSpec.ALL
                : ServiceSpec.ALL.stream().filter(spec -> only.contains(spec.name())).toList();
    }

    List<String> command(ServiceSpec spec) {
        List<String> command = new ArrayList<>();
        if (WAITED_FOR_BY_NOBODY.contains(spec.name()) && NICE.toFile().canExecute()) {
            command.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        command.addAll(program(spec).command());
        return List.copyOf(command);
    }

    /**
     * Runs an application as the services are run.
     *
     * @param root the project's folder, which has the flags that all JVMs share
     * @param heap at most, in MiB
     */
    public static List<String> java(Path root, Path application, int heap, JvmProfile jvm) {
        String java =
                ProcessHandle.current()
                        .info()
                        .command()
                        .orElse(System.getProperty("java.home") + "/bin/java");
        return List.of(
                java,
                "@" + root.resolve(SHARED_FLAGS),
                "-Xms24m",
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + jvm.compileLevel(),
                "-XX:ReservedCodeCacheSize=64m",
                "-Xss512k",
                "-jar",
                application.toString());
    }

    Map<String, String> environment(
            ServiceSpec spec, StandSecrets secrets, String brokers, String storeUrl) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.of(spec)));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", brokers);
        environment.put("QUARKUS_MONGODB_CONNECTION_STRING", storeUrl);
        environment.put("SUPPORTERS_SERVICE_TOKEN", secrets.serviceToken());
        environment.put("SUPPORTERS_SERVICE_REFLECTION", "true");
        environment.put(JSON_LOGS, "false");
        environment.put("SUPPORTERS_LEGACY_TOKEN", secrets.legacyToken());
        environment.put(
                "SUPPORTERS_LEGACY_URL", "http://127.0.0.1:" + ports.of(ServiceSpec.LEGACY));
        environment.put(
                "SUPPORTERS_GATEWAY_URL", "http://127.0.0.1:" + ports.of(ServiceSpec.GATEWAY));
        environment.put("SUPPORTERS_GATEWAY_ISSUER", DevelopmentIssuer.ISSUER);
        environment.put("SUPPORTERS_GATEWAY_TOKENS_DEVELOPMENT", "true");
        // everybody comes from this machine
        environment.put("SUPPORTERS_GATEWAY_SOCKETS_WITHOUT_TOKEN_PER_ADDRESS", "0");
        environment.put("SUPPORTERS_GATEWAY_UI", "true");
        environment.put("SUPPORTERS_GATEWAY_GRPC_UI", "true");
        environment.put("MP_JWT_VERIFY_ISSUER", DevelopmentIssuer.ISSUER);
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                "http://127.0.0.1:" + ports.issuer() + "/jwks.json");
        environment.put(
                "SUPPORTERS_GATEWAY_CONSOLE_AUTHORITY", "http://127.0.0.1:" + ports.issuer());
        environment.put("SUPPORTERS_GATEWAY_CONSOLE_PEOPLE", CONSOLE_PEOPLE);
        spans.endpoint(ports)
                .map(endpoint -> endpoint.resolve("/") + TRACES_OF_A_CALL)
                .ifPresent(trace -> environment.put("SUPPORTERS_GATEWAY_CONSOLE_TRACE", trace));
        environment.put("SUPPORTERS_CLOCK_RATE", String.valueOf(rate));
        environment.put("SUPPORTERS_CLOCK_ORIGIN", origin.toString());
        environment.put("SUPPORTERS_CLOCK_REALTIME_AFTER", realtimeAfter.toString());
        environment.put("SUPPORTERS_CLOCK_ANCHOR_FILE", folder.anchor().toString());
        environment.put("SUPPORTERS_CALL_HOLD_EVERY", heldCallsEvery().toMillis() + "ms");
        // follow-ups are tried in real time, so for as long as in production
        environment.put(
                "SUPPORTERS_CALL_FOLLOW_UP_TIME",
                "PT" + Math.max(1, Math.round(FOLLOW_UP_TIME.toSeconds() * rate)) + "S");
        // a night's minute may be a second; and no function runs twice, so nobody else publishes
        // what a process left behind
        environment.put("SUPPORTERS_OUTBOX_SWEEP_AFTER", "1s");
        if (rate > 1) {
            environment.put("SUPPORTERS_EVENTS_PACE", QUICK_PACE.toMillis() + "ms");
        }
        environment.putAll(tracing());
        environment.putAll(DEADLINES.getOrDefault(spec.name(), Map.of()));
        environment.putAll(DRY_RUN);
        if (jvm == JvmProfile.RECORDING) {
            environment.put("JAVA_AOT_OPTIONS", RECORDERS_HEAP);
        }
        environment.put("QUARKUS_THREAD_POOL_MAX_THREADS", "16");
        environment.put("QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE", "2");
        ports.services()
                .forEach((name, port) -> {
                    String prefix = "SUPPORTERS_" + name.toUpperCase(Locale.ROOT);
                    environment.put(prefix + "_HOST", "127.0.0.1");
                    environment.put(prefix + "_PORT", String.valueOf(port));
                });
        environment.putAll(overrides.getOrDefault(spec.name(), Map.of()));
        return environment;
    }

    /** In real time: as often in a night as in production, as far as the machine can. */
    private Duration heldCallsEvery() {
        Duration scaled = Duration.ofMillis((long) (HELD_CALLS_EVERY.toMillis() / rate));
        return scaled.compareTo(LEAST_PAUSE) > 0 ? scaled : LEAST_PAUSE;
    }

    private Map<String, String> tracing() {
        return spans.endpoint(ports)
                .map(URI::toString)
                .map(endpoint ->
                        Map.of(
                                "SUPPORTERS_TRACING_ZIPKIN_ENDPOINT",
                                endpoint,
                                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                                " ")) // blank: none
                .orElse(Map.of("QUARKUS_OTEL_SDK_DISABLED", "true"));
    }

    private static Map<String, String> deadlines(Object... namesAndMillis) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < namesAndMillis.length; i += 2) {
            String name = namesAndMillis[i].toString().toUpperCase(Locale.ROOT);
            environment.put(
                    "SUPPORTERS_REMOTE_" + name + "_DEADLINE", namesAndMillis[i + 1] + "ms");
        }
        return Map.copyOf(environment);
    }

    /** Whether every service starts from what was recorded of this build; see {@link JvmProfile#RECORDING}. */
    public boolean recorded() {
        return services().stream().map(this::program).allMatch(ServiceProgram::recorded);
    }

    /** One line about the services that have not been built, if there are any. */
    public Optional<String> unbuilt() {
        List<ServiceProgram> unbuilt =
                services().stream()
                        .map(this::program)
                        .filter(program -> program.file().isEmpty())
                        .toList();
        return unbuilt.isEmpty() ? Optional.empty() : Optional.of(ServiceProgram.missing(unbuilt));
    }

    private ServiceProgram program(ServiceSpec spec) {
        return natively.contains(spec.name())
                ? new ServiceProgram.Native(root, spec)
                : new ServiceProgram.OnTheJvm(root, withItsHeap(spec), jvm);
    }

    private ServiceSpec withItsHeap(ServiceSpec spec) {
        return new ServiceSpec(
                spec.name(), spec.port(), heaps.getOrDefault(spec.name(), spec.heap()));
    }
}
