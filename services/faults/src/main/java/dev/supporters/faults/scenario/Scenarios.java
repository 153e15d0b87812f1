package dev.supporters.faults.scenario;

import static dev.supporters.faults.scenario.Pace.from;

import dev.supporters.local.LaunchNightIncident;
import dev.supporters.stand.FunctionSpec;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.proxy.Fault;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All scenarios, in the order in which they are played. Where the pace does not say otherwise a minute of the night is a second. */
public final class Scenarios {

    private static final ServiceSpec COMMANDER = ServiceSpec.named("commander");
    private static final ServiceSpec TAGGING = ServiceSpec.named("tagging");
    private static final ServiceSpec ROUTING = ServiceSpec.named("routing");

    /** Each of them is asked by others: for an answer to a customer, a driver, an operator or the legacy system. */
    static final List<ServiceSpec> ASKED =
            Stream.concat(
                            // those on whom customers and drivers wait first
                            Stream.of(
                                    TAGGING,
                                    ServiceSpec.MLGATEWAY,
                                    ROUTING,
                                    COMMANDER,
                                    ServiceSpec.CALL,
                                    ServiceSpec.LEGACY,
                                    ServiceSpec.WORK,
                                    ServiceSpec.DRIVER),
                            ServiceSpec.ALL.stream())
                    .distinct()
                    .toList();

    /** Those that follow topics or have timers, so that two of them could do something twice. */
    static final List<ServiceSpec> BUSY =
            List.of(
                    COMMANDER,
                    ServiceSpec.CALL,
                    ServiceSpec.WORK,
                    ROUTING,
                    ServiceSpec.named("activity"),
                    ServiceSpec.named("move"),
                    ServiceSpec.SETTLEMENT,
                    ServiceSpec.MLGATEWAY,
                    ServiceSpec.ZONE);

    /** The others; the legacy stand-in is one process by its nature. */
    static final List<ServiceSpec> REST =
            ServiceSpec.ALL.stream()
                    .filter(service -> !BUSY.contains(service))
                    .filter(service -> !service.equals(ServiceSpec.LEGACY))
                    .toList();

    private static final String ACTIVITY_CHANNEL = "MP_MESSAGING_INCOMING_ACTIVITY_ENABLED";

    /** Each with the switches of its service's README. */
    static final List<FunctionSpec> FUNCTIONS =
            List.of(
                    new FunctionSpec(
                            "call-general",
                            ServiceSpec.CALL,
                            Map.of("SUPPORTERS_CALL_FOLLOW_UPS", "false"),
                            Map.of(
                                    ACTIVITY_CHANNEL,
                                    "false",
                                    "SUPPORTERS_CALL_HOLD",
                                    "false",
                                    "SUPPORTERS_CALL_RECOVERY",
                                    "false")),
                    new FunctionSpec(
                            "routing-results",
                            ROUTING,
                            Map.of(ACTIVITY_CHANNEL, "false"),
                            Map.of("SUPPORTERS_ROUTING_SERVE", "false")),
                    new FunctionSpec(
                            "commander-timer",
                            COMMANDER,
                            Map.of(ACTIVITY_CHANNEL, "false"),
                            Map.of(
                                    "MP_MESSAGING_INCOMING_WORK_ENABLED",
                                    "false",
                                    "MP_MESSAGING_INCOMING_DRIVERS_ENABLED",
                                    "false")));

    private static final String IN_THE_SAME_WAY = "each of them %s, in the same way";

    private Scenarios() {}

    public static List<Scenario> all() {
        return Stream.of(ended(), away(), connections(), records(), beside())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario> ended() {
        return List.of(
                new Scenario(
                        "some-of-all",
                        "commander, call, work and settlement are killed from 23:15 on, one each 8 minutes; at 23:50 the store is away for 8 s, at 00:15 the broker; at 00:40 the answers of commander are lost for 5 minutes; at 00:50 the gateway is killed",
                        true,
                        UnaryOperator.identity(),
                        new Pace(LocalTime.of(23, 0), 40, 80),
                        Scenarios::someOfAll),
                new Scenario(
                        "services-killed",
                        "each service in turn is killed from 23:10 on, one each 6 minutes; at 00:45 all at once",
                        from("23:05"),
                        Scenarios::killEach),
                new Scenario(
                        "clock-off-away",
                        "work is away from 00:50 to 01:30",
                        from("23:50"),
                        night -> night.at("00:50").away(ServiceSpec.WORK, minutes(40))),
                new Scenario(
                        "functions-away",
                        "call, routing and commander are away for 10 minutes each, at 23:35, 23:55 and 00:15",
                        from("23:30"),
                        night -> {
                            night.at("23:35").away(ServiceSpec.CALL, minutes(10));
                            night.at("23:55").away(ROUTING, minutes(10));
                            night.at("00:15").away(COMMANDER, minutes(10));
                        }),
                new Scenario(
                        "functions-alone-away",
                        "call-general, routing-results and commander-timer run in processes of their own and are away for 10 minutes each, at 23:35, 23:55 and 00:15, while the services go on",
                        Scenarios::functionsApart,
                        from("23:30"),
                        night -> {
                            night.at("23:35").away(FUNCTIONS.get(0), minutes(10));
                            night.at("23:55").away(FUNCTIONS.get(1), minutes(10));
                            night.at("00:15").away(FUNCTIONS.get(2), minutes(10));
                        }));
    }

    private static List<Scenario> away() {
        return List.of(
                new Scenario(
                        "broker-away",
                        "the broker is away for 10 s at 23:45 and for 30 s at 00:10",
                        from("23:40"),
                        night -> {
                            night.at("23:45").brokerAway(seconds(10));
                            night.at("00:10").brokerAway(seconds(30));
                        }),
                new Scenario(
                        "store-away",
                        "the store is away for 10 s at 23:45 and for 30 s at 00:10",
                        from("23:40"),
                        night -> {
                            night.at("23:45").storeAway(seconds(10));
                            night.at("00:10").storeAway(seconds(30));
                        }),
                new Scenario(
                        "store-wrong",
                        "the store's answers are 1 s late for 15 s at 23:45; at 00:15 it accepts and never answers for 10 s",
                        from("23:40"),
                        night -> {
                            night.at("23:45").wrongStore(new Fault.Slow(seconds(1)), seconds(15));
                            night.at("00:15").wrongStore(new Fault.Silent(), seconds(10));
                        }),
                new Scenario(
                        "broker-and-store-away",
                        "both are away for 15 s at 23:55",
                        from("23:45"),
                        night -> night.at("23:55").brokerAndStoreAway(seconds(15))),
                new Scenario(
                        "publishing-refused",
                        "the broker takes no record for 10 s at 23:45 and for 30 s at 00:10",
                        from("23:40"),
                        night -> {
                            night.at("23:45").publishingRefused(seconds(10));
                            night.at("00:10").publishingRefused(seconds(30));
                        }));
    }

    private static List<Scenario> connections() {
        return List.of(
                new Scenario(
                        "dependencies-slow",
                        "the answers of each service are 2 s late, one after the other from 23:05 on, for 5 minutes each",
                        from("23:00"),
                        night -> wrongEach(night, new Fault.Slow(seconds(2)))),
                new Scenario(
                        "dependencies-half-open",
                        IN_THE_SAME_WAY.formatted("accepts and never answers"),
                        from("23:00"),
                        night -> wrongEach(night, new Fault.Silent())),
                new Scenario(
                        "dependencies-reset",
                        IN_THE_SAME_WAY.formatted(
                                "resets its connections in the middle of an answer"),
                        from("23:00"),
                        night -> wrongEach(night, new Fault.CutAfter(400))),
                new Scenario(
                        "answers-lost",
                        "requests to each of them have their effect and the answer is lost, in the same way; then the store's answers for 10 s at 00:52",
                        from("23:00"),
                        night -> {
                            wrongEach(night, new Fault.AnswerLost());
                            night.at("00:52").wrongStore(new Fault.AnswerLost(), seconds(10));
                        }),
                new Scenario(
                        "one-call-refused",
                        "the legacy system answers 401, 404, 422 and 500 for one call each, from 23:35 on, for 15 minutes each; after each an operator releases what was parked",
                        from("23:30"),
                        Scenarios::refuseOneCall),
                new Scenario(
                        PlannerKilled.NAME,
                        PlannerKilled.DESCRIPTION,
                        from("23:10"),
                        PlannerKilled::play),
                new Scenario(
                        "launch-night-2019",
                        "tagging answers 3 s late from 23:20 to 00:20",
                        from("23:10"),
                        night ->
                                night.at(LaunchNightIncident.BEGIN.toString())
                                        .wrong(
                                                LaunchNightIncident.SLOW_SERVICE,
                                                new Fault.Slow(LaunchNightIncident.LATE_BY),
                                                LaunchNightIncident.LENGTH)));
    }

    private static List<Scenario> records() {
        return List.of(
                new Scenario(
                        "records-unreadable",
                        "tombstones, empty records, noise and huge records on every topic at 23:45 and 00:20; noise for a key in use at 00:00",
                        from("23:30"),
                        night -> {
                            night.at("23:45").topics().unreadable();
                            night.at("00:00").topics().unreadableForOneKey();
                            night.at("00:20").topics().unreadable();
                        }),
                new Scenario(
                        "records-again",
                        "everything in the topics once more at 23:55, and backwards at 00:20",
                        from("23:30"),
                        night -> {
                            night.at("23:55").topics().again();
                            night.at("00:20").topics().againBackwards();
                        }),
                new Scenario(
                        "topics-late",
                        "the broker has no topic until all services run",
                        StandConfig::withLateTopics,
                        from("23:50"),
                        night -> {}),
                new Scenario(
                        "partitions-added",
                        "every topic gets six partitions instead of four at 00:05",
                        from("23:40"),
                        night -> night.at("00:05").topics().morePartitions(6)));
    }

    private static List<Scenario> beside() {
        return List.of(
                new Scenario(
                        "clocks-apart",
                        "the clocks of all services are 2 s of the night early or late, by turns",
                        Scenarios::clocksApart,
                        from("23:50"),
                        night -> {}),
                new Scenario(
                        "two-of-each",
                        "a second process of each service with timers or consumers from 23:10 on; at 00:20 the first ones are killed",
                        from("23:05"),
                        night -> twoOf(BUSY, "23:10", "00:20", night)),
                new Scenario(
                        "two-of-the-others",
                        "a second process of each other service but legacy from 23:30 on; at 00:20 the first ones are killed",
                        from("23:25"),
                        night -> twoOf(REST, "23:30", "00:20", night)),
                new Scenario(
                        "broker-away-ten-minutes",
                        "the broker is away for ten minutes of real time at 23:05; a minute of the night is 6 s",
                        new Pace(LocalTime.of(23, 0), 10, 120),
                        night -> night.at("23:05").brokerAway(Duration.ofMinutes(10))));
    }

    private static void someOfAll(FaultedNight night) throws InterruptedException {
        night.at("23:15");
        for (ServiceSpec service :
                List.of(COMMANDER, ServiceSpec.CALL, ServiceSpec.WORK, ServiceSpec.SETTLEMENT)) {
            night.kill(service);
            night.pause(minutes(8));
        }
        night.at("23:50").storeAway(seconds(8));
        night.at("00:15").brokerAway(seconds(8));
        night.at("00:40").wrong(COMMANDER, new Fault.AnswerLost(), minutes(5));
        night.at("00:50").kill(ServiceSpec.GATEWAY);
    }

    private static void wrongEach(FaultedNight night, Fault fault) throws InterruptedException {
        night.at("23:05").wrong(ASKED, fault, minutes(5), minutes(2));
    }

    private static void refuseOneCall(FaultedNight night) throws InterruptedException {
        night.at("23:35");
        for (int status : List.of(401, 404, 422, 500)) {
            night.oneCallRefused(status, minutes(15));
            night.pause(minutes(1));
        }
    }

    private static void twoOf(
            List<ServiceSpec> services, String second, String firstsEnd, FaultedNight night)
            throws InterruptedException {
        night.at(second).startSecond(services);
        night.at(firstsEnd).kill(services);
    }

    private static StandConfig functionsApart(StandConfig usual) {
        StandConfig apart = usual;
        for (FunctionSpec function : FUNCTIONS) {
            apart = apart.apart(function);
        }
        return apart;
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
        night.at("23:10");
        for (ServiceSpec service : ServiceSpec.ALL) {
            night.kill(service);
            night.pause(minutes(6));
        }
        night.at("00:45").kill(ServiceSpec.ALL);
    }

    private static Duration minutes(long ofTheNight) {
        return Duration.ofMinutes(ofTheNight);
    }

    private static Duration seconds(long real) {
        return Duration.ofSeconds(real);
    }
}
