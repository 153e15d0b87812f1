package dev.supporters.player;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the services tell, after a night, of what waits and of what was given up.
 *
 * @param numbers of all processes
 * @param silent the services of which a process did not tell its metrics
 * @param alerts that the gateway sees, unless it did not answer
 */
public record WaitFigures(List<ToldNumber> numbers, List<String> silent, List<ToldAlert> alerts) {

    /** Calls of which something was given up. */
    public static final String PARKED_CALLS = "supporters_call_parked";

    /** Events that were put aside, by topic. */
    public static final String DEAD_EVENTS = "supporters_events_total";

    /** The gateway's alert about {@link #PARKED_CALLS}. */
    public static final String CALLS_ARE_PARKED = "CallsAreParked";

    /** The gateway's alert about {@link #DEAD_EVENTS}. */
    public static final String EVENTS_ARE_DEAD = "EventsAreDead";

    public WaitFigures {
        numbers = List.copyOf(numbers);
        silent = List.copyOf(silent);
        alerts = List.copyOf(alerts);
    }

    /**
     * A number of a process.
     *
     * @param subject of which topic or collection; empty if it is about the whole service
     * @param startedAt when the process started, in real time: since then it counts
     */
    public record ToldNumber(
            String service, String metric, String subject, double value, Instant startedAt) {}

    /** An alert that the gateway sees; the subject is empty if it is about the whole service. */
    public record ToldAlert(String name, String service, String subject) {}

    /** A metric's numbers. */
    public Stream<ToldNumber> numbers(String metric) {
        return numbers.stream().filter(number -> number.metric().equals(metric));
    }

    public boolean hasAlert(String name) {
        return alerts.stream().anyMatch(alert -> alert.name().equals(name));
    }

    /** What is too old, or has no age; one line each. */
    public List<String> problems() {
        return Stream.concat(
                        silent.stream().map(service -> service + " does not tell its metrics"),
                        Stream.of(WaitAge.values()).flatMap(this::problems))
                .toList();
    }

    private Stream<String> problems(WaitAge age) {
        boolean told =
                numbers(age.metric())
                        .anyMatch(number ->
                                age.service().isEmpty() || number.service().equals(age.service()));
        if (!told) {
            return Stream.of(
                    (age.service().isEmpty() ? "nobody" : age.service())
                            + (age.service().isEmpty() ? " tells " : " does not tell ")
                            + age.metric());
        }
        return numbers(age.metric())
                .filter(number ->
                        !(number.value() <= age.longestSeconds())) // nor if it is no number
                .map(number ->
                        "%s: %s%s is %.0f (expected: %.0f at most)"
                                .formatted(
                                        number.service(),
                                        number.metric(),
                                        number.subject().isEmpty() ? "" : " of " + number.subject(),
                                        number.value(),
                                        age.longestSeconds()));
    }
}
