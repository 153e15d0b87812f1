package dev.supporters.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import dev.supporters.embedded.DevelopmentIssuer;
import dev.supporters.embedded.FreePorts;
import dev.supporters.platform.event.Topics;
import dev.supporters.tools.demo.Demo.DemoPorts;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class DemoTest {

    private static final int PARTITIONS = 3;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final HttpClient http = HttpClient.newHttpClient();
    private final DemoPorts ports =
            new DemoPorts(FreePorts.take(), FreePorts.take(), FreePorts.take());

    @TempDir Path folder;
    private Demo demo;

    @BeforeEach
    void make() {
        demo = demo("localhost");
    }

    @AfterEach
    void end() {
        demo.close();
        http.close();
    }

    @Test
    void isHealthyOnceBrokerTopicsAndStoreServe() throws Exception {
        demo.startIssuer();
        assertThat(get("/health").statusCode()).isEqualTo(503);
        assertThat(get("/health").body()).isEqualTo("demo: does not serve\n");

        demo.startBrokerAndStore();
        awaitHealth();
    }

    /** The chart's policy does not let it reach itself by that name. */
    @Test
    void servesThoughItCannotReachItsAdvertisedHost() throws Exception {
        demo = demo("supporters-demo.invalid");

        demo.startIssuer();
        demo.startBrokerAndStore();

        awaitHealth();
    }

    @Test
    void saysLoudlyThatItIsForDemosOnly() {
        demo.startIssuer();

        assertThat(said.toString(UTF_8)).contains("FOR DEMOS ONLY", "ANYBODY");
    }

    @Test
    void givesTokensThatItsKeysVerify() throws Exception {
        demo.startIssuer();

        String token = get("/token?role=service&sub=helm-test").body().strip();

        JsonWebKeySet keys = new JsonWebKeySet(get("/jwks.json").body());
        JwtClaims claims =
                new JwtConsumerBuilder()
                        .setExpectedIssuer("https://issuer.local.supporters.dev")
                        .setVerificationKeyResolver(
                                new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                        .build()
                        .processToClaims(token);
        assertThat(DevelopmentIssuer.ISSUER).isEqualTo("https://issuer.local.supporters.dev");
        assertThat(claims.getSubject()).isEqualTo("helm-test");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("service");
    }

    @Test
    void hasAllTopicsAtTheAdvertisedAddress() throws Exception {
        demo.startIssuer();
        demo.startBrokerAndStore();

        try (Admin admin = Admin.create(broker())) {
            Map<String, TopicDescription> topics =
                    admin.describeTopics(Topics.ALL).allTopicNames().get();
            assertThat(topics.values())
                    .hasSameSizeAs(Topics.ALL)
                    .allSatisfy(topic -> {
                        assertThat(topic.partitions()).hasSize(PARTITIONS);
                        assertThat(topic.partitions().getFirst().leader().host())
                                .isEqualTo("localhost");
                        assertThat(topic.partitions().getFirst().leader().port())
                                .isEqualTo(ports.broker());
                        assertThat(policy(admin, topic.name()))
                                .isEqualTo(
                                        Topics.COMPACTED.contains(topic.name())
                                                ? "compact"
                                                : "delete");
                    });
        }
    }

    @Test
    void takesRecordsAndDocuments() throws Exception {
        demo.startIssuer();
        demo.startBrokerAndStore();

        try (KafkaProducer<String, String> producer =
                        new KafkaProducer<>(
                                broker(), new StringSerializer(), new StringSerializer());
                MongoClient store = MongoClients.create("mongodb://localhost:" + ports.store())) {
            long offset =
                    producer.send(new ProducerRecord<>(Topics.CALLS, "1", "called")).get().offset();
            store.getDatabase("call").getCollection("calls").insertOne(new Document("_id", 1));

            assertThat(offset).isZero();
            assertThat(store.getDatabase("call").getCollection("calls").countDocuments()).isOne();
        }
    }

    @Test
    void startsEmptyThoughItsFolderIsNot() throws Exception {
        Files.createDirectories(folder.resolve("broker/events-0"));
        Files.writeString(folder.resolve("broker/meta.properties"), "of another broker");
        Files.writeString(folder.resolve("of others"), "stays");

        demo.startIssuer();
        demo.startBrokerAndStore();

        awaitHealth();
        assertThat(folder.resolve("broker/events-0")).doesNotExist();
        assertThat(folder.resolve("of others")).hasContent("stays");
    }

    /** A probe has 450 ms, which a busy machine may exceed. */
    private void awaitHealth() {
        await().untilAsserted(() -> {
            HttpResponse<String> health = get("/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).isEqualTo("serves\n");
        });
    }

    private Demo demo(String advertisedHost) {
        return new Demo(
                new DemoSettings(advertisedHost, PARTITIONS, folder),
                ports,
                new PrintStream(said, true, UTF_8));
    }

    private Map<String, Object> broker() {
        return Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:" + ports.broker());
    }

    private static String policy(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get("cleanup.policy")
                .value();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.issuer() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
