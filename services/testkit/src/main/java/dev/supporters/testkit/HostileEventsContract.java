package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Descriptors.Descriptor;

import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.customer.v1.CustomerEvent;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.driver.v1.DriverStatisticsEvent;
import dev.supporters.proto.events.insight.v1.KpiEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.move.v1.MoveSignalEvent;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.events.signal.v1.SignalEvent;
import dev.supporters.proto.events.tag.v1.TagEvent;
import dev.supporters.proto.events.tag.v1.TagRuleEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.testkit.hostile.HostileEvents;
import dev.supporters.testkit.hostile.HostileRun;
import dev.supporters.testkit.hostile.LogLines;
import dev.supporters.testkit.hostile.ReadingProgress;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.RestAssured;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whatever comes on a topic that a service reads is taken in, or is refused for what it says; what is behind it is read. A service's
 * component test extends this, with {@link Apart} as its profile, so that other tests see nothing of these events.
 */
public abstract class HostileEventsContract {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Map<String, Descriptor> TYPES =
            Map.ofEntries(
                    Map.entry(Topics.CALLS, CallEvent.getDescriptor()),
                    Map.entry(Topics.ROUTING, RoutingEvent.getDescriptor()),
                    Map.entry(Topics.ACTIVITY, ActivityEvent.getDescriptor()),
                    Map.entry(Topics.WORK, WorkEvent.getDescriptor()),
                    Map.entry(Topics.LOCATIONS, LocationEvent.getDescriptor()),
                    Map.entry(Topics.SETTLEMENT, SettlementEvent.getDescriptor()),
                    Map.entry(Topics.DRIVERS, DriverEvent.getDescriptor()),
                    Map.entry(Topics.POLICIES, PolicyEvent.getDescriptor()),
                    Map.entry(Topics.TAGS, TagEvent.getDescriptor()),
                    Map.entry(Topics.MOVE_SIGNALS, MoveSignalEvent.getDescriptor()),
                    Map.entry(Topics.MOVES, MoveEvent.getDescriptor()),
                    Map.entry(Topics.ZONES, ZoneEvent.getDescriptor()),
                    Map.entry(Topics.SIGNALS, SignalEvent.getDescriptor()),
                    Map.entry(Topics.CUSTOMERS, CustomerEvent.getDescriptor()),
                    Map.entry(Topics.DRIVER_STATISTICS, DriverStatisticsEvent.getDescriptor()),
                    Map.entry(Topics.TAG_RULES, TagRuleEvent.getDescriptor()),
                    Map.entry(Topics.KPIS, KpiEvent.getDescriptor()));

    private static final Pattern COUNTED =
            Pattern.compile("supporters_events_total\\{.*topic=\"([^\"]+)\"");

    /** An event that is refused for what it says: who told it is asked, and nothing else is wrong. */
    private static final Pattern REFUSED =
            Pattern.compile(
                    "(SRMSG00200|event could not be followed).*"
                            + "(IllegalArgumentException|refusal\\.Refusal|time\\.DateTimeException)");

    @Test
    void randomEventsAreTakenOrRefusedForWhatTheySay() {
        String brokers =
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        Set<String> topics = topics();
        assertThat(topics).isNotEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
        HostileRun run = HostileRun.at("topics " + String.join(" ", topics));
        try (LogLines log = new LogLines();
                HostileEvents events = new HostileEvents(brokers);
                ReadingProgress progress = new ReadingProgress(brokers, topics)) {
            topics.forEach(topic -> events.send(topic, TYPES.get(topic)));
            await().atMost(PATIENCE).untilAsserted(progress::hasReadAll);
            // who asks for these has handled those before
            topics.forEach(events::sendLast);
            await().atMost(PATIENCE).untilAsserted(progress::hasReadAll);

            System.out.println(topics + ": " + events.summary());
            assertThat(log.lines())
                    .as(events.summary())
                    .filteredOn(line -> !REFUSED.matcher(line).find())
                    .isEmpty();
            run.sent(events.number());
            run.end();
        }
    }

    /** Those of which the process counts what becomes of their events. */
    private static Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        Matcher counted =
                COUNTED.matcher(
                        RestAssured.given()
                                .accept("text/plain")
                                .get("/q/metrics")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString());
        while (counted.find()) {
            if (TYPES.containsKey(counted.group(1))) {
                topics.add(counted.group(1));
            }
        }
        return topics;
    }

    /** An application and a broker of its own. */
    public static final class Apart implements QuarkusTestProfile {}
}
