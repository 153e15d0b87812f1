package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Manifests;
import dev.supporters.charts.source.Channel;
import dev.supporters.charts.source.Functions;
import dev.supporters.charts.source.GeneratedRights;
import dev.supporters.charts.source.ServiceSettings;
import dev.supporters.charts.source.ShellScript;
import dev.supporters.charts.source.ShellScript.Ended;
import dev.supporters.charts.source.TopicsTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the login of each function may do at the brokers and at the store. */
class RightsTest {

    private static final String PREFIX = "User:supporters-";
    private static final GeneratedRights ALL_ON = rights(Map.of());

    @Test
    void aFunctionMayDoAtTheBrokersWhatItDoesAndNothingElse() {
        Map<String, TreeSet<String>> generated = ALL_ON.atBrokers();

        for (String name : Functions.names()) {
            assertThat(generated.getOrDefault(PREFIX + name, new TreeSet<>()))
                    .as(name)
                    .isEqualTo(expected(List.of(name)));
        }
        assertThat(generated).hasSize(Functions.names().size() + 1).containsKey(PREFIX + "keda");
    }

    /** The tables of the READMEs are compared with the code by the services' own tests. */
    @Test
    void whatFunctionsReadAndWriteIsWhatTheirServicesSay() {
        for (String service : Functions.services()) {
            TreeSet<String> writes = new TreeSet<>();
            TreeSet<String> follows = new TreeSet<>();
            Functions.of(service)
                    .forEach(name -> {
                        writes.addAll(Functions.writes(name));
                        follows.addAll(Functions.follows(name));
                    });

            assertThat(writes).as("%s writes", service).isEqualTo(told(service, "writes"));
            assertThat(follows).as("%s follows", service).isEqualTo(told(service, "follows"));
            assertThat(topics(new ServiceSettings(service).channels()))
                    .as("%s reads", service)
                    .isEqualTo(told(service, "reads"));
        }
    }

    @Test
    void whatOnlyOneFunctionFollowsNoOtherMayRead() {
        for (String service : Functions.services()) {
            for (TopicsTable.Use use : TopicsTable.of(service)) {
                if (use.verb().equals("follows") && use.function().isPresent()) {
                    assertThat(following(service, use.topic()))
                            .as("%s follows %s", service, use.topic())
                            .containsExactly(use.function().get());
                } else if (use.verb().equals("follows")) {
                    assertThat(following(service, use.topic())).contains(service);
                }
            }
        }
    }

    /** What is stored with its event is published by whichever process of the service finds it. */
    @Test
    void everyFunctionOfAServiceThatStoresWritesTheTopicsOfItsService() {
        for (String service : Functions.services()) {
            if (new ServiceSettings(service).hasDatabase()) {
                assertThat(Functions.of(service))
                        .as(service)
                        .allSatisfy(name ->
                                assertThat(Functions.writes(name))
                                        .isEqualTo(told(service, "writes")));
            }
        }
    }

    @Test
    void aServingFunctionMayDoWhatAFunctionDoesThatIsOff() {
        Map<String, TreeSet<String>> generated =
                rights(
                                Map.of(
                                        "functions.zone-refresh.enabled", false,
                                        "functions.commander-slots.enabled", false))
                        .atBrokers();

        assertThat(generated)
                .doesNotContainKeys(PREFIX + "zone-refresh", PREFIX + "commander-slots")
                .containsEntry(PREFIX + "zone", expected(List.of("zone", "zone-refresh")))
                .containsEntry(
                        PREFIX + "commander", expected(List.of("commander", "commander-slots")))
                .containsEntry(PREFIX + "commander-timer", expected(List.of("commander-timer")));
    }

    @Test
    void kedaMayAskForTheLagAndReadNothing() {
        TreeSet<String> expected = new TreeSet<>();
        for (String service : Functions.services()) {
            for (Channel channel : Functions.channels(service).values()) {
                expected.add("Describe topic " + channel.topic());
                expected.add("Describe group " + channel.group());
            }
        }

        assertThat(ALL_ON.atBrokers()).containsEntry(PREFIX + "keda", expected);
    }

    @Test
    void theJobThatTrainsReadsWhatItLearnsFromAndNothingElse() {
        Map<String, Object> values =
                Map.of("training.enabled", true, "training.existingClaim", "nights");

        assertThat(rights(values).atBrokers())
                .containsEntry(
                        PREFIX + "training",
                        new TreeSet<>(
                                List.of(
                                        "Read topic supporters.activity.v1",
                                        "Read topic supporters.calls.v1",
                                        "Read topic supporters.routing.v1")));
        assertThat(rights(values).logins()).contains("training");
        assertThat(rights(values).atStore()).doesNotContainKey("supporters-training");
        assertThat(ALL_ON.logins()).containsExactlyInAnyOrderElementsOf(Functions.names());
    }

    /** By the archiver's own list. */
    @Test
    void whatTheJobThatTrainsReadsIsWhatItsArchiverReads() {
        String archiver =
                Folders.read(
                        Folders.SERVICES.resolve(
                                "training/src/main/java/dev/supporters/training/source/EventLogArchiver.java"));
        String topics = archiver.substring(archiver.indexOf("TOPICS ="));

        assertThat(
                        Pattern.compile("EventArchive\\.([A-Z]+)")
                                .matcher(topics.substring(0, topics.indexOf(';')))
                                .results()
                                .map(topic -> topic.group(1).toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(Functions.followedByJob("training"));
    }

    @Test
    void aFunctionReadsAndWritesTheDatabaseOfItsServiceAndNoOther() {
        Map<String, String> expected = new HashMap<>();
        for (String name : Functions.names()) {
            ServiceSettings settings =
                    new ServiceSettings(Functions.get(name).path("service").asText());
            if (settings.hasDatabase()) {
                expected.put("supporters-" + name, settings.database());
            }
        }

        assertThat(ALL_ON.atStore()).isEqualTo(expected);
    }

    @Test
    void loginsAreNamedAsTheBrokersNameThem() {
        assertThat(
                        rights(
                                        Map.of(
                                                "rights.kafkaPrincipal",
                                                "User:CN=%s",
                                                "fullnameOverride",
                                                "x"))
                                .atBrokers())
                .containsKey("User:CN=x-call-hold");
    }

    @Test
    void eachFunctionLogsInByASecretOfItsOwn() {
        Manifests own = Chart.demo(login(Map.of("kafka.logins", "own", "mongodb.logins", "own")));
        Manifests shared = Chart.demo(login(Map.of()));

        for (String name : Functions.names()) {
            assertThat(secrets(own, name)).as(name).isEqualTo(expectedSecrets(name, "-" + name));
            assertThat(secrets(shared, name)).as(name).isEqualTo(expectedSecrets(name, ""));
        }
    }

    @Test
    void orByACertificateOfItsOwn() {
        Manifests own =
                Chart.demo(
                        Map.of(
                                "kafka.bootstrapServers", "kafka:9093",
                                "kafka.securityProtocol", "SSL",
                                "kafka.tls.clientSecret", "certificate",
                                "kafka.logins", "own"));

        assertThat(secrets(own, "work-clockoff"))
                .contains("certificate-work-clockoff/tls.crt", "certificate-work-clockoff/tls.key");
    }

    @Test
    void refusesLoginsOfTheirOwnWithoutSecrets() {
        assertThatThrownBy(() -> Chart.demo(Map.of("kafka.logins", "own")))
                .hasMessageContaining("kafka.logins: found own, expected shared");
        assertThatThrownBy(() -> Chart.demo(Map.of("mongodb.logins", "own")))
                .hasMessageContaining("mongodb.logins: found own, expected shared");
    }

    @Test
    void nothingIsRenderedForAdministratorsUnlessTheyAsk() {
        assertThat(Chart.demo(Map.of()).find("ConfigMap", "supporters-rights")).isEmpty();
    }

    @Test
    void theScriptPrintsWhatTheChartRenders(@TempDir Path folder)
            throws IOException, InterruptedException {
        // Given a helm that renders what the library has rendered
        Manifests rendered = Chart.demo(Map.of("rights.show", true));
        String text = rendered.text();
        int begin = text.indexOf("kind: ConfigMap\nmetadata:\n  name: supporters-rights");
        int end = text.indexOf("\n---", begin);
        Path manifest = folder.resolve("manifest.yaml");
        Files.writeString(manifest, text.substring(begin, end < 0 ? text.length() : end));
        ShellScript shell = new ShellScript(folder, Map.of("RELEASE", "other"));
        shell.standIn(
                "helm",
                """
                [ "$1 $2 $4 $5" = "template other -f values.yaml" ] || exit 1
                cat '%s'
                """
                        .formatted(manifest));
        Path script = Folders.HELM.resolve("rights.sh");

        for (String part : List.of("functions", "kafka", "mongodb")) {
            // When
            Ended ended = shell.run(script, part, "-f", "values.yaml");

            // Then
            String expected =
                    rendered.get("ConfigMap", "supporters-rights").path("data").path(part).asText();
            assertThat(ended).isEqualTo(new Ended(0, expected, ""));
        }
        assertThat(shell.run(script, "functions", "-f", "values.yaml").printed().lines())
                .containsExactlyInAnyOrderElementsOf(Functions.names());
        assertThat(shell.run(script, "nothing").errors())
                .contains("found nothing, expected kafka, mongodb or functions");
    }

    @Test
    void whatIsPrintedForTheBrokersRuns(@TempDir Path folder)
            throws IOException, InterruptedException {
        // Given
        Path printed = folder.resolve("kafka-rights.sh");
        Files.writeString(
                printed,
                Chart.demo(Map.of("rights.show", true))
                        .get("ConfigMap", "supporters-rights")
                        .at("/data/kafka")
                        .asText());
        ShellScript shell =
                new ShellScript(folder, Map.of("BROKERS", "kafka:9093", "ADMIN", "an admin.txt"));
        shell.standIn("kafka-acls.sh", "printf '<%s>' \"$@\"; echo\n");

        // When
        Ended ended = shell.run(printed);

        // Then
        assertThat(ended.status()).as(ended.errors()).isZero();
        assertThat(ended.printed().lines())
                .allMatch(line ->
                        line.startsWith(
                                "<--bootstrap-server><kafka:9093><--command-config><an admin.txt>"
                                        + "<--add><--allow-principal><User:supporters-"))
                .contains(
                        "<--bootstrap-server><kafka:9093><--command-config><an admin.txt>"
                                + "<--add><--allow-principal><User:supporters-policy>"
                                + "<--operation><Write><--operation><DescribeConfigs>"
                                + "<--topic><supporters.policies.v1>");
    }

    private static GeneratedRights rights(Map<String, Object> changes) {
        Map<String, Object> values = new HashMap<>(changes);
        values.put("rights.show", true);
        return new GeneratedRights(
                Chart.demo(values).ofKind("ConfigMap").stream()
                        .filter(one -> Manifests.name(one).endsWith("-rights"))
                        .findFirst()
                        .orElseThrow());
    }

    /** By the services' configuration, and by the lists of topics. */
    private static TreeSet<String> expected(List<String> functions) {
        TreeSet<String> rights = new TreeSet<>();
        for (String name : functions) {
            Map<String, Channel> all =
                    new ServiceSettings(Functions.get(name).path("service").asText()).channels();
            TreeSet<String> reads = new TreeSet<>(Functions.follows(name));
            for (String channel : Functions.channelsOf(name).keySet()) {
                Channel read = all.get(channel);
                String dead = read.topic() + "." + read.group() + ".dlq";
                reads.add(read.topic());
                rights.add("Read group " + read.group());
                rights.add("Write topic " + dead);
                rights.add("Create topic " + dead);
                rights.add("DescribeConfigs topic " + dead);
            }
            for (String topic : reads) {
                rights.add("Read topic " + topic);
                rights.add("DescribeConfigs topic " + topic);
            }
            for (String topic : Functions.writes(name)) {
                rights.add("Write topic " + topic);
                rights.add("DescribeConfigs topic " + topic);
            }
        }
        return rights;
    }

    private static TreeSet<String> told(String service, String verb) {
        return TopicsTable.of(service).stream()
                .filter(use -> use.verb().equals(verb))
                .map(TopicsTable.Use::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> topics(Map<String, Channel> channels) {
        return channels.values().stream()
                .map(Channel::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> following(String service, String topic) {
        return Functions.of(service).stream()
                .filter(name -> Functions.follows(name).contains(topic))
                .toList();
    }

    private static Map<String, Object> login(Map<String, Object> changes) {
        Map<String, Object> values = new HashMap<>(changes);
        values.put("kafka.bootstrapServers", "kafka:9093");
        values.put("kafka.securityProtocol", "SASL_SSL");
        values.put("kafka.sasl.mechanism", "SCRAM-SHA-512");
        values.put("kafka.existingSecret", "brokers");
        values.put("mongodb.existingSecret", "store");
        return values;
    }

    private static TreeSet<String> expectedSecrets(String name, String own) {
        TreeSet<String> secrets = new TreeSet<>();
        if (Functions.uses(name).contains("kafka")) {
            secrets.add("brokers" + own + "/username");
            secrets.add("brokers" + own + "/password");
        }
        if (Functions.uses(name).contains("mongodb")) {
            secrets.add("store" + own + "/connection-string");
        }
        return secrets;
    }

    /** The Secrets of brokers and store that a function reads, with their keys. */
    private static TreeSet<String> secrets(Manifests manifests, String name) {
        return manifests.get("Deployment", "supporters-" + name).findValues("secretKeyRef").stream()
                .map(one -> one.path("name").asText() + "/" + one.path("key").asText())
                .filter(one -> !one.startsWith("supporters-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
