package dev.supporters.gateway.alert;

import dev.supporters.gateway.alert.AlertRule.Kind;
import dev.supporters.platform.metric.MetricSample;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which alerts hold, and since when, by one reading after the other. A counter has grown if it differs from the reading before of the same process, or
 * if its process began after that reading and has counted since. What the first reading of a counter says is no news, nor is what another process says
 * that has run for longer: where several answer under one address, each counts for itself.
 */
public final class AlertConditions {

    private static final String WHOLE_SERVICE = "";

    private final Map<Key, State> states = new HashMap<>();

    private record Key(AlertRule rule, String service, String subject) {}

    /**
     * What is known of a condition.
     *
     * @param counted the counter before, and who said so; empty for what is none
     * @param grown when it grew last
     * @param value the number that decides
     * @param held since when it holds; empty if it does not
     */
    private record State(
            Optional<CounterReading> counted,
            Optional<Duration> grown,
            double value,
            Optional<ConditionBegin> held) {

        private static final State UNKNOWN =
                new State(Optional.empty(), Optional.empty(), 0, Optional.empty());
    }

    /**
     * What a process had counted.
     *
     * @param started when it started, as it says; empty if it does not
     * @param at when it was read, in real time
     */
    private record CounterReading(double number, Optional<Double> started, Duration at) {

        static CounterReading of(double number, ServiceReading reading) {
            return new CounterReading(
                    number, reading.largest(ServiceStatus.STARTED), reading.elapsed());
        }

        boolean grownTo(double next, ServiceReading reading) {
            return number != next
                    && next > 0
                    && (started.equals(reading.largest(ServiceStatus.STARTED))
                            || beganSince(reading));
        }

        private boolean beganSince(ServiceReading reading) {
            double seconds = reading.elapsed().minus(at).toMillis() / 1_000d;
            return reading.largest(ServiceStatus.UPTIME)
                    .filter(uptime -> uptime <= seconds)
                    .isPresent();
        }
    }

    /** When something began, by the product's clock and in real time. */
    private record ConditionBegin(Instant at, Duration elapsed) {}

    /** Takes a reading in: it decides all conditions of its service. */
    public synchronized void take(ServiceReading reading) {
        Map<Key, Double> numbers = new HashMap<>();
        reading.samples()
                .ifPresentOrElse(
                        samples ->
                                AlertRule.OF_METRICS.forEach(
                                        rule -> collect(rule, reading.service(), samples, numbers)),
                        () ->
                                numbers.put(
                                        new Key(AlertRule.AWAY, reading.service(), WHOLE_SERVICE),
                                        1d));
        numbers.forEach((key, number) ->
                states.merge(
                        key,
                        next(key.rule(), State.UNKNOWN, number, reading),
                        (known, _) -> next(key.rule(), known, number, reading)));
        states.replaceAll((key, state) ->
                key.service().equals(reading.service()) && !numbers.containsKey(key)
                        ? new State(state.counted(), state.grown(), state.value(), Optional.empty())
                        : state);
    }

    /** Those that hold for as long as they must, the most urgent first, then the oldest. */
    public synchronized List<FiringAlert> firing(Duration elapsed) {
        return states.entrySet().stream()
                .filter(entry -> fires(entry.getKey().rule(), entry.getValue(), elapsed))
                .map(entry -> alert(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparing((FiringAlert alert) -> alert.rule().severity())
                                .thenComparing(FiringAlert::since)
                                .thenComparing(alert -> alert.rule().name())
                                .thenComparing(FiringAlert::service)
                                .thenComparing(alert -> alert.subject().orElse(WHOLE_SERVICE)))
                .toList();
    }

    private static void collect(
            AlertRule rule, String service, List<MetricSample> samples, Map<Key, Double> numbers) {
        rule.among(samples)
                .forEach(sample ->
                        numbers.merge(
                                new Key(
                                        rule,
                                        service,
                                        rule.by().map(sample::label).orElse(WHOLE_SERVICE)),
                                sample.value(),
                                rule.kind() == Kind.COUNTER ? Double::sum : Double::max));
    }

    private static State next(AlertRule rule, State known, double number, ServiceReading reading) {
        return switch (rule.kind()) {
            case GAUGE ->
                    new State(
                            Optional.empty(),
                            Optional.empty(),
                            number,
                            held(known, number > rule.above(), reading));
            case AWAY ->
                    new State(
                            Optional.empty(), Optional.empty(), number, held(known, true, reading));
            case COUNTER -> {
                boolean grows =
                        known.counted()
                                .filter(before -> before.grownTo(number, reading))
                                .isPresent();
                Optional<Duration> grown = grows ? Optional.of(reading.elapsed()) : known.grown();
                boolean lately =
                        grown.filter(at ->
                                        reading.elapsed().minus(at).compareTo(rule.window()) <= 0)
                                .isPresent();
                yield new State(
                        Optional.of(CounterReading.of(number, reading)),
                        grown,
                        1,
                        held(known, lately, reading));
            }
        };
    }

    private static Optional<ConditionBegin> held(
            State known, boolean holds, ServiceReading reading) {
        return holds
                ? known.held()
                        .or(() -> Optional.of(new ConditionBegin(reading.at(), reading.elapsed())))
                : Optional.empty();
    }

    private static boolean fires(AlertRule rule, State state, Duration elapsed) {
        return state.held()
                .filter(begin -> elapsed.minus(begin.elapsed()).compareTo(rule.pending()) >= 0)
                .isPresent();
    }

    private static FiringAlert alert(Key key, State state) {
        return new FiringAlert(
                key.rule(),
                key.service(),
                Optional.of(key.subject()).filter(subject -> !subject.equals(WHOLE_SERVICE)),
                state.value(),
                state.held().orElseThrow().at());
    }
}
