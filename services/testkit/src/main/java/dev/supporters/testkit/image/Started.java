package dev.supporters.testkit.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a start cost.
 *
 * @param untilReady from the process's begin until its readiness was seen
 * @param processor the processor time until then
 * @param residentBytes the memory that it held after it had answered; 0 where it cannot be known
 */
record Started(Duration untilReady, Duration processor, long residentBytes) {

    /** What a running process uses, as Linux tells it. */
    static long residentBytes(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .map(kib -> kib * 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ready after %.2f s, %.2f s of processor time, %.0f MiB",
                untilReady.toMillis() / 1e3,
                processor.toMillis() / 1e3,
                residentBytes / 1024.0 / 1024.0);
    }
}
