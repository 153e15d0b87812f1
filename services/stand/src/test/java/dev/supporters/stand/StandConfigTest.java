package dev.supporters.stand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class StandConfigTest {

    private static final Instant EVENING = Instant.parse("2026-11-20T10:00:00Z");
    private static final List<String> ONLY = List.of("call", "routing", "policy");

    @TempDir Path root;

    @Test
    void startsServicesOnTheJvm() throws Exception {
        Path jar = jar("call");

        assertThat(config().command(ServiceSpec.CALL))
                .containsSubsequence("-Xmx144m", "-jar", jar.toString());
    }

    @Test
    void startsAServiceNativelyIfItIsNamed() throws Exception {
        Path executable = executable("call");
        Path jar = jar("policy");

        StandConfig config = config("call", "routing");

        assertThat(config.command(ServiceSpec.CALL))
                .containsExactly(executable.toString(), "-Xmx144m");
        assertThat(config.command(ServiceSpec.POLICY)).endsWith("-jar", jar.toString());
    }

    @Test
    void whatNobodyWaitsForStepsBackNativelyToo() throws Exception {
        Path executable = executable("settlement");

        List<String> command = config("settlement").command(ServiceSpec.SETTLEMENT);

        assertThat(command).endsWith(executable.toString(), "-Xmx144m");
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            assertThat(command).startsWith("/usr/bin/nice", "-n", "10");
        }
    }

    /** The gateway would wait for them, and everybody who asks it again would keep them behind. */
    @Test
    void whatTheAppsWaitForDoesNotStepBack() throws Exception {
        jar("work");
        jar("driver");
        jar("gateway");

        for (ServiceSpec spec :
                List.of(ServiceSpec.WORK, ServiceSpec.DRIVER, ServiceSpec.GATEWAY)) {
            assertThat(config().command(spec)).doesNotContain("/usr/bin/nice");
        }
    }

    @Test
    void saysNothingWhenAllIsBuilt() throws Exception {
        executable("call");
        executable("routing");
        jar("policy");

        assertThat(config("call", "routing", "work").unbuilt()).isEmpty();
    }

    @Test
    void saysWhichExecutablesAreMissingAndHowTheyAreCompiled() throws Exception {
        jar("call");
        jar("routing");
        jar("policy");
        executable("policy");

        assertThat(config("call", "routing", "policy").unbuilt())
                .contains(
                        "no native executable: routing,call (expected: ./mvnw -Dquick -Dnative package -am"
                                + " -pl services/routing,services/call compiles them, with a GraalVM or"
                                + " Mandrel for JDK 25 in GRAALVM_HOME)");
    }

    @Test
    void saysWhichServicesAreNotBuilt() throws Exception {
        jar("call");
        executable("routing");

        assertThat(config().unbuilt())
                .contains("not built: policy,routing (expected: ./mvnw -Plocal builds them)");
    }

    @Test
    void aFunctionApartIsLeftOutOfTheProcessThatServes() {
        // Given
        FunctionSpec function =
                new FunctionSpec(
                        "call-general",
                        ServiceSpec.CALL,
                        Map.of("SUPPORTERS_CALL_FOLLOW_UPS", "false"),
                        Map.of("SUPPORTERS_CALL_HOLD", "false"));

        // When
        StandConfig config = config().apart(function);

        // Then
        assertThat(environment(config, ServiceSpec.CALL))
                .containsEntry("SUPPORTERS_CALL_FOLLOW_UPS", "false")
                .doesNotContainKey("SUPPORTERS_CALL_HOLD");
        assertThat(config.functions()).containsExactly(function);
        assertThat(config.withLateTopics().functions()).containsExactly(function);
        assertThat(function.process().name()).isEqualTo("call-general");
    }

    @Test
    void oneServiceCanBeToldAnotherAddressOfACallee() {
        // When
        StandConfig config =
                config().with(ServiceSpec.CALL, Map.of("SUPPORTERS_ROUTING_PORT", "5000"));
        // Then
        assertThat(environment(config, ServiceSpec.CALL))
                .containsEntry("SUPPORTERS_ROUTING_PORT", "5000")
                .containsEntry("SUPPORTERS_POLICY_PORT", "8109");
        assertThat(environment(config, ServiceSpec.GATEWAY))
                .containsEntry("SUPPORTERS_ROUTING_PORT", "8102");
    }

    @Test
    void oneServiceCanHaveAnotherHeap() {
        StandConfig config = config().withHeap(ServiceSpec.CALL, 460);

        assertThat(config.command(ServiceSpec.CALL)).contains("-Xmx460m");
        assertThat(config.withLateTopics().command(ServiceSpec.CALL)).contains("-Xmx460m");
        assertThat(config.command(ServiceSpec.WORK))
                .contains("-Xmx" + ServiceSpec.SMALL_HEAP + "m");
    }

    @Test
    void theConsoleIsToldWhereTheTracesOfACallAreShown() {
        // Given
        var zipkin = new SpanExport.Zipkin(URI.create("http://127.0.0.1:9411"));

        // When
        Map<String, String> traced =
                environment(config(60, JvmProfile.SOON_WARM, zipkin), ServiceSpec.GATEWAY);

        // Then
        assertThat(traced.get("SUPPORTERS_GATEWAY_CONSOLE_TRACE"))
                .startsWith("http://127.0.0.1:9411/zipkin/?")
                .contains("supporters.call_id%3D{callId}");
        assertThat(environment(config(), ServiceSpec.GATEWAY))
                .doesNotContainKey("SUPPORTERS_GATEWAY_CONSOLE_TRACE");
    }

    /** They would be one stranger to a gateway that limits each address. */
    @Test
    void allWhoConnectComeFromOneMachine() {
        assertThat(environment(config(), ServiceSpec.GATEWAY))
                .containsEntry("SUPPORTERS_GATEWAY_SOCKETS_WITHOUT_TOKEN_PER_ADDRESS", "0");
    }

    @Test
    void peopleReadTheLogsOfTheStand() {
        assertThat(environment(config(), ServiceSpec.CALL))
                .containsEntry("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
    }

    @Test
    void heldCallsAreLookedAtMoreOftenWhenTheNightRunsFaster() {
        assertThat(environment(config(), ServiceSpec.CALL))
                .containsEntry("SUPPORTERS_CALL_HOLD_EVERY", "250ms");
        assertThat(environment(config(1), ServiceSpec.CALL))
                .containsEntry("SUPPORTERS_CALL_HOLD_EVERY", "2000ms");
    }

    @Test
    void aRecordingJvmWritesWhatLaterOnesUse() throws Exception {
        jar("call");
        jar("routing");
        jar("policy");
        String cache = root.resolve("services/call/target/stand.aot").toString();

        assertThat(config(JvmProfile.RECORDING).command(ServiceSpec.CALL))
                .contains("-XX:AOTCacheOutput=" + cache);
        assertThat(config().recorded()).isFalse();
        assertThat(config().command(ServiceSpec.CALL)).doesNotContain("-XX:AOTCache=" + cache);

        for (String service : ONLY) {
            file("services/" + service + "/target/stand.aot");
        }

        assertThat(config().recorded()).isTrue();
        assertThat(config().command(ServiceSpec.CALL)).contains("-XX:AOTCache=" + cache);
    }

    @Test
    void whatWasRecordedOfAnEarlierBuildIsNotUsed() throws Exception {
        Files.setLastModifiedTime(
                file("services/call/target/stand.aot"), FileTime.from(EVENING.minusSeconds(1)));
        Files.setLastModifiedTime(jar("call"), FileTime.from(EVENING));

        assertThat(config().command(ServiceSpec.CALL))
                .noneMatch(argument -> argument.startsWith("-XX:AOTCache"));
    }

    private static Map<String, String> environment(StandConfig config, ServiceSpec spec) {
        return config.environment(
                spec, StandSecrets.random(), "localhost:1", "mongodb://localhost");
    }

    private Path jar(String service) throws IOException {
        return file("services/" + service + "/target/quarkus-app/quarkus-run.jar");
    }

    private Path executable(String service) throws IOException {
        return file("services/" + service + "/target/supporters-" + service + "-1.0.0-runner");
    }

    private Path file(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private StandConfig config(String... natively) {
        return config(60, natively);
    }

    private StandConfig config(JvmProfile jvm) {
        return config(60, jvm);
    }

    private StandConfig config(double rate, String... natively) {
        return config(rate, JvmProfile.SOON_WARM, natively);
    }

    private StandConfig config(double rate, JvmProfile jvm, String... natively) {
        return config(rate, jvm, new SpanExport.Nowhere(), natively);
    }

    private StandConfig config(double rate, JvmProfile jvm, SpanExport spans, String... natively) {
        return new StandConfig(
                root,
                new StandFolder(root.resolve("stand")),
                StandPorts.usual(),
                rate,
                EVENING,
                EVENING,
                ONLY,
                List.of(natively),
                spans,
                jvm);
    }
}
