package dev.supporters.load.drive;

import dev.supporters.load.figures.ProcessorTimes;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was measured in one go.
 *
 * @param length in what time the samples came
 * @param processorTimes what all our processes used meanwhile
 */
public record Measurement(Duration length, ProcessorTimes processorTimes, List<Sample> samples) {

    public Measurement {
        samples = List.copyOf(samples);
    }

    /** Both as one: percentiles of all samples, not a mean of two percentiles. */
    public Measurement and(Measurement other) {
        return new Measurement(
                length.plus(other.length),
                processorTimes.plus(other.processorTimes),
                Stream.concat(samples.stream(), other.samples.stream()).toList());
    }

    public List<Sample> assigned() {
        return samples.stream().filter(sample -> sample.outcome().assigned()).toList();
    }
}
