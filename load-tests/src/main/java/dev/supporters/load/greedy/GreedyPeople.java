package dev.supporters.load.greedy;

import dev.supporters.load.greedy.GatewayAsker.Answered;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** One customer and one driver who ask as fast as they get answers, several requests of each at a time, until they are told to stop. */
final class GreedyPeople {

    private final GatewayAsker customer;
    private final GatewayAsker driver;
    private final Clock clock;
    private final Set<String> calls = ConcurrentHashMap.newKeySet();
    private final Set<String> live = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> customersAnswers = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> driversAnswers = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();

    GreedyPeople(GatewayAsker customer, GatewayAsker driver, Clock clock) {
        this.customer = customer;
        this.driver = driver;
        this.clock = clock;
    }

    /** Requests calls for ever. */
    void request() throws InterruptedException {
        while (true) {
            Answered answered =
                    customer.ask(RequestTexts.requestCall("greedy-" + number.incrementAndGet()));
            count(customersAnswers, answered);
            String callId = RequestTexts.callId(answered);
            if (!callId.isEmpty()) {
                calls.add(callId);
                live.add(callId);
            }
        }
    }

    /** Cancels for ever what no supporter has, so that there is room for more. */
    void makeRoom() throws InterruptedException {
        while (true) {
            for (String callId : live) {
                Answered answered = customer.ask(RequestTexts.look(callId));
                count(customersAnswers, answered);
                String state = RequestTexts.callState(answered);
                if (RequestTexts.ENDED.contains(state)) {
                    live.remove(callId);
                } else if (state.equals(RequestTexts.GENERAL)) {
                    count(customersAnswers, customer.ask(RequestTexts.cancel(callId)));
                }
            }
            Thread.sleep(1); // there may be none
        }
    }

    /** Reads and reports for ever, and looks for open calls. */
    void drive() throws InterruptedException {
        while (true) {
            count(driversAnswers, driver.ask(RequestTexts.SLOT));
            count(
                    driversAnswers,
                    driver.ask(RequestTexts.report(RequestTexts.PLACE, clock.instant())));
            count(driversAnswers, driver.ask(RequestTexts.LIST_CALL));
        }
    }

    /** Whether it was requested by the greedy customer. */
    boolean requested(String callId) {
        return calls.contains(callId);
    }

    /** How often the customer was answered how. */
    Map<String, Long> customersAnswers() {
        return sums(customersAnswers);
    }

    Map<String, Long> driversAnswers() {
        return sums(driversAnswers);
    }

    private static void count(Map<String, LongAdder> answers, Answered answered) {
        answers.computeIfAbsent(
                        answered.good() ? "answered" : answered.refusal(),
                        reason -> new LongAdder())
                .increment();
    }

    private static Map<String, Long> sums(Map<String, LongAdder> answers) {
        Map<String, Long> sums = new TreeMap<>();
        answers.forEach((reason, count) -> sums.put(reason, count.sum()));
        return sums;
    }
}
