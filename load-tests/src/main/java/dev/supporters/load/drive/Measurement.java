package dev.supporters.load.drive;

import java.time.Duration;
import java.util.List;

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

    public List<Sample> assigned() {
        return samples.stream().filter(sample -> sample.outcome().assigned()).toList();
    }
}
