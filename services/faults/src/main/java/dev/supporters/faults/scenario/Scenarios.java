package dev.supporters.faults.scenario;

import dev.supporters.local.LaunchNightIncident;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.proxy.Fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** All scenarios, in the order in which they are played. */
public final class Scenarios {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final ServiceSpec COMMANDER = ServiceSpec.named("commander");
    private static final ServiceSpec TAGGING = ServiceSpec.named("tagging");
    private static final ServiceSpec ROUTING = ServiceSpec.named("routing");
    private static final ServiceSpec ACTIVITY = ServiceSpec.named("activity");
    private static final ServiceSpec MOVE = ServiceSpec.named("move");

    /** Those on whom an answer to a customer or a driver depends. */
    private static final List<ServiceSpec> ASKED =
            List.of(
                    TAGGING,
                    ServiceSpec.MLGATEWAY,
                    ROUTING,
                    COMMANDER,
                    ServiceSpec.CALL,
                    ServiceSpec.LEGACY,
                    ServiceSpec.WORK,
                    ServiceSpec.DRIVER);

    /** Those that follow topics or have timers, so that two of them could do something twice. */
    private static final List<ServiceSpec> SECOND =
            List.of(
                    COMMANDER,
                    ServiceSpec.CALL,
                    ServiceSpec.WORK,
                    ROUTING,
                    ACTIVITY,
                    MOVE,
                    ServiceSpec.SETTLEMENT,
                    ServiceSpec.MLGATEWAY,
                    ServiceSpec.ZONE);

    private Scenarios() {}

    public static List<Scenario> all() {
        return List.of(
                new Scenario(
                        "some-of-all",
                        "commander, call, work and settlement are killed from 23:15 on, one each 8 minutes; at 23:50 the store is away for 8 s, at 00:15 the broker; at 00:40 the answers of commander are lost for 5 minutes; at 00:50 the gateway is killed",
                        true,
                        Scenarios::someOfAll),
                new Scenario(
                        "services-killed",
                        "each service in turn is killed from 23:15 on, one each 6 minutes; at 00:45 all at once",
                        false,
                        Scenarios::killEach),
                new Scenario(
                        "clock-off-away",
                        "work is away from 00:50 to 01:30",
                        false,
                        night -> night.at("00:50").away(ServiceSpec.WORK, Duration.ofMinutes(40))),
                new Scenario(
                        "functions-away",
                        "call, routing and commander are away for 10 minutes each, at 23:20, 23:45 and 00:10",
                        false,
                        night -> {
                            night.at("23:20").away(ServiceSpec.CALL, TEN_MINUTES);
                            night.at("23:45").away(ROUTING, TEN_MINUTES);
                            night.at("00:10").away(COMMANDER, TEN_MINUTES);
                        }),
                new Scenario(
                        "broker-away",
                        "the broker is away for 10 s at 23:20 and for 30 s at 00:00",
                        false,
                        night -> {
                            night.at("23:20").brokerAway(Duration.ofSeconds(10));
                            night.at("00:00").brokerAway(Duration.ofSeconds(30));
                        }),
                new Scenario(
                        "store-away",
                        "the store is away for 10 s at 23:20 and for 30 s at 00:00",
                        false,
                        night -> {
                            night.at("23:20").storeAway(Duration.ofSeconds(10));
                            night.at("00:00").storeAway(Duration.ofSeconds(30));
                        }),
                new Scenario(
                        "broker-and-store-away",
                        "both are away for 15 s at 23:40",
                        false,
                        night -> night.at("23:40").brokerAndStoreAway(Duration.ofSeconds(15))),
                new Scenario(
                        "publishing-refused",
                        "the broker takes no record for 10 s at 23:20 and for 30 s at 00:00",
                        false,
                        night -> {
                            night.at("23:20").publishingRefused(Duration.ofSeconds(10));
                            night.at("00:00").publishingRefused(Duration.ofSeconds(30));
                        }),
                new Scenario(
                        "dependencies-slow",
                        "the answers of each service that others ask are 2 s late, one after the other from 23:10 on, for 5 minutes each",
                        false,
                        night ->
                                night.at("23:10")
                                        .wrong(
                                                ASKED,
                                                new Fault.Slow(Duration.ofSeconds(2)),
                                                Duration.ofMinutes(5))),
                new Scenario(
                        "dependencies-half-open",
                        "each of them accepts and never answers, in the same way",
                        false,
                        night ->
                                night.at("23:10")
                                        .wrong(ASKED, new Fault.Silent(), Duration.ofMinutes(5))),
                new Scenario(
                        "dependencies-reset",
                        "each of them resets its connections in the middle of an answer, in the same way",
                        false,
                        night ->
                                night.at("23:10")
                                        .wrong(
                                                ASKED,
                                                new Fault.CutAfter(400),
                                                Duration.ofMinutes(5))),
                new Scenario(
                        "answers-lost",
                        "requests to each of them have their effect and the answer is lost, in the same way; then the store's answers for 10 s at 00:40",
                        false,
                        night -> {
                            night.at("23:10")
                                    .wrong(ASKED, new Fault.AnswerLost(), Duration.ofMinutes(5));
                            night.at("00:40")
                                    .wrongStore(new Fault.AnswerLost(), Duration.ofSeconds(10));
                        }),
                new Scenario(
                        "one-call-refused",
                        "the legacy system answers 401, 404, 422 and 500 for one call each, from 23:15 on, for 20 minutes each",
                        false,
                        Scenarios::refuseOneCall),
                new Scenario(
                        "records-unreadable",
                        "tombstones, empty records, noise and huge records on every topic at 23:30 and 00:20; noise for a key in use at 23:55",
                        false,
                        night -> {
                            night.at("23:30").topics().unreadable();
                            night.at("23:55").topics().unreadableForOneKey();
                            night.at("00:20").topics().unreadable();
                        }),
                new Scenario(
                        "records-again",
                        "everything in the topics once more at 23:45, and backwards at 00:15",
                        false,
                        night -> {
                            night.at("23:45").topics().again();
                            night.at("00:15").topics().againBackwards();
                        }),
                new Scenario(
                        "topics-late",
                        "the broker has no topic until all services run",
                        false,
                        StandConfig::withLateTopics,
                        night -> {}),
                new Scenario(
                        "partitions-added",
                        "every topic gets six partitions instead of four at 23:45",
                        false,
                        night -> night.at("23:45").topics().morePartitions(6)),
                new Scenario(
                        "clocks-apart",
                        "the clocks of all services are 2 s of the night early or late, by turns",
                        false,
                        Scenarios::clocksApart,
                        night -> {}),
                new Scenario(
                        "two-of-each",
                        "a second process of each service with timers or consumers from 23:20 on; at 00:10 the first ones are killed",
                        false,
                        night -> {
                            night.at("23:20").startSecond(SECOND);
                            night.at("00:10");
                            SECOND.forEach(night::kill);
                        }),
                new Scenario(
                        PlannerKilled.NAME, PlannerKilled.DESCRIPTION, false, PlannerKilled::play),
                new Scenario(
                        "launch-night-2019",
                        "tagging answers 3 s late from 23:20 to 00:20",
                        false,
                        night ->
                                night.at(LaunchNightIncident.BEGIN.toString())
                                        .wrong(
                                                LaunchNightIncident.SLOW_SERVICE,
                                                new Fault.Slow(LaunchNightIncident.LATE_BY),
                                                LaunchNightIncident.LENGTH)));
    }

    private static void someOfAll(FaultedNight night) throws InterruptedException {
        night.at("23:15");
        for (ServiceSpec service :
                List.of(COMMANDER, ServiceSpec.CALL, ServiceSpec.WORK, ServiceSpec.SETTLEMENT)) {
            night.kill(service);
            night.pause(Duration.ofMinutes(8));
        }
        night.at("23:50").storeAway(Duration.ofSeconds(8));
        night.at("00:15").brokerAway(Duration.ofSeconds(8));
        night.at("00:40").wrong(COMMANDER, new Fault.AnswerLost(), Duration.ofMinutes(5));
        night.at("00:50").kill(ServiceSpec.GATEWAY);
    }

    private static void refuseOneCall(FaultedNight night) throws InterruptedException {
        night.at("23:15");
        for (int status : List.of(401, 404, 422, 500)) {
            night.wrong(
                    ServiceSpec.LEGACY,
                    new Fault.RefusedForOneCall(status),
                    Duration.ofMinutes(20));
        }
    }

    private static StandConfig clocksApart(StandConfig usual) {
        StandConfig apart = usual;
        for (int i = 0; i < ServiceSpec.ALL.size(); i++) {
            Duration by = Duration.ofSeconds(i % 2 == 0 ? 2 : -2);
            apart =
                    apart.with(
                            ServiceSpec.ALL.get(i),
                            Map.of("SUPPORTERS_CLOCK_ORIGIN", usual.origin().plus(by).toString()));
        }
        return apart;
    }

    private static void killEach(FaultedNight night) throws InterruptedException {
        night.at("23:15");
        for (ServiceSpec service : ServiceSpec.ALL) {
            night.kill(service);
            night.pause(Duration.ofMinutes(6));
        }
        night.at("00:45").killAll();
    }
}
