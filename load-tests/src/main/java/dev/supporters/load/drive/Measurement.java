package dev.supporters.load.drive;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was measured in one go.
 *
 * @param length in what time the samples came
 * @param processorTime what all our processes used meanwhile
 */
public record Measurement(Duration length, Duration processorTime, List<Sample> samples) {

    public Measurement {
        samples = List.copyOf(samples);
    }

    /** Both as one: percentiles of all samples, not a mean of two percentiles. */
    public Measurement and(Measurement other) {
        return new Measurement(
                length.plus(other.length),
                processorTime.plus(other.processorTime),
                Stream.concat(samples.stream(), other.samples.stream()).toList());
    }

    public List<Sample> assigned() {
        return samples.stream().filter(sample -> sample.outcome().assigned()).toList();
    }
}
