package dev.supporters.load.drive;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Processor time of this process (client, broker and store) and of all that it started. */
final class ProcessorTime {

    private ProcessorTime() {}

    /** So far; what the system does not tell is missing. */
    static Duration used() {
        ProcessHandle own = ProcessHandle.current();
        return Stream.concat(Stream.of(own), own.descendants())
                .map(process -> process.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
