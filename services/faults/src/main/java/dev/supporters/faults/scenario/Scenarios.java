package dev.supporters.faults.scenario;

import dev.supporters.faults.proxy.Fault;
import dev.supporters.stand.ServiceSpec;

import java.time.Duration;
import java.util.List;

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
                    ServiceSpec.SETTLEMENT);

    private Scenarios() {}

    public static List<Scenario> all() {
        return List.of(
                new Scenario(
                        "services-killed",
                        "each service in turn is killed from 21:20 on, one each 10 minutes; at 23:50 all at once",
                        true,
                        Scenarios::killEach),
                new Scenario(
                        "clock-off-away",
                        "work is away from 00:50 to 01:30",
                        false,
                        night -> night.at("00:50").away(ServiceSpec.WORK, Duration.ofMinutes(40))),
                new Scenario(
                        "functions-away",
                        "call, routing and commander are away for 10 minutes each, at 21:40, 22:20 and 23:00",
                        false,
                        night -> {
                            night.at("21:40").away(ServiceSpec.CALL, TEN_MINUTES);
                            night.at("22:20").away(ROUTING, TEN_MINUTES);
                            night.at("23:00").away(COMMANDER, TEN_MINUTES);
                        }),
                new Scenario(
                        "broker-away",
                        "the broker is away for 10 s at 21:40 and for 30 s at 22:40",
                        false,
                        night -> {
                            night.at("21:40").brokerAway(Duration.ofSeconds(10));
                            night.at("22:40").brokerAway(Duration.ofSeconds(30));
                        }),
                new Scenario(
                        "store-away",
                        "the store is away for 10 s at 21:40 and for 30 s at 22:40",
                        false,
                        night -> {
                            night.at("21:40").storeAway(Duration.ofSeconds(10));
                            night.at("22:40").storeAway(Duration.ofSeconds(30));
                        }),
                new Scenario(
                        "broker-and-store-away",
                        "both are away for 15 s at 22:00",
                        true,
                        night -> night.at("22:00").brokerAndStoreAway(Duration.ofSeconds(15))),
                new Scenario(
                        "dependencies-slow",
                        "the answers of each service that others ask are 2 s late, one after the other from 21:20 on, for 8 minutes each",
                        false,
                        night ->
                                night.at("21:20")
                                        .wrong(
                                                ASKED,
                                                new Fault.Slow(Duration.ofSeconds(2)),
                                                Duration.ofMinutes(8))),
                new Scenario(
                        "dependencies-half-open",
                        "each of them accepts and never answers, in the same way",
                        false,
                        night ->
                                night.at("21:20")
                                        .wrong(ASKED, new Fault.Silent(), Duration.ofMinutes(8))),
                new Scenario(
                        "dependencies-reset",
                        "each of them resets its connections in the middle of an answer, in the same way",
                        false,
                        night ->
                                night.at("21:20")
                                        .wrong(
                                                ASKED,
                                                new Fault.CutAfter(400),
                                                Duration.ofMinutes(8))),
                new Scenario(
                        "answers-lost",
                        "requests to each of them have their effect and the answer is lost, in the same way; then the store's answers for 10 s at 00:10",
                        false,
                        night -> {
                            night.at("21:20")
                                    .wrong(ASKED, new Fault.AnswerLost(), Duration.ofMinutes(8));
                            night.at("00:10")
                                    .wrongStore(new Fault.AnswerLost(), Duration.ofSeconds(10));
                        }),
                new Scenario(
                        "records-unreadable",
                        "tombstones, empty records, noise and huge records on every topic at 21:50 and 23:00",
                        false,
                        night -> {
                            night.at("21:50").topics().unreadable();
                            night.at("23:00").topics().unreadable();
                        }),
                new Scenario(
                        "records-again",
                        "everything in the topics once more at 22:30, and backwards at 23:30",
                        false,
                        night -> {
                            night.at("22:30").topics().again();
                            night.at("23:30").topics().againBackwards();
                        }),
                new Scenario(
                        "two-of-each",
                        "a second process of each service with timers or consumers from 21:30 on; at 23:00 the first ones are killed",
                        false,
                        night -> {
                            night.at("21:30").startSecond(SECOND);
                            night.at("23:00");
                            SECOND.forEach(night::kill);
                        }),
                new Scenario(
                        "launch-night-2019",
                        "tagging answers 3 s late from 22:00 to 23:30",
                        false,
                        night ->
                                night.at("22:00")
                                        .wrong(
                                                TAGGING,
                                                new Fault.Slow(Duration.ofSeconds(3)),
                                                Duration.ofMinutes(90))));
    }

    private static void killEach(FaultedNight night) throws InterruptedException {
        night.at("21:20");
        for (ServiceSpec service : ServiceSpec.ALL) {
            night.kill(service);
            night.pause(TEN_MINUTES);
        }
        night.at("23:50").killAll();
    }
}
