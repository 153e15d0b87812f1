package dev.supporters.local;

import dev.supporters.player.NightSetup;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reports how far the night is: in a live line on a terminal, elsewhere in a line for each ten minutes of the night. */
final class NightProgressReporter {

    private static final int MINUTES_BETWEEN_LINES = 10;

    private final NightProgressLine line;
    private final Console console;
    private Optional<LocalDateTime> interval = Optional.empty();
    private String newest = "";
    private String said = "";

    NightProgressReporter(NightProgressLine line, Console console) {
        this.line = line;
        this.console = console;
    }

    void report(NightSetup.Progress progress) {
        newest = line.plain(progress);
        if (console.features().liveLine()) {
            console.show(line.live(progress, console.features()));
        } else if (beginsAnInterval(progress.now())) {
            sayNewest();
        }
    }

    /** The last figures stay where they can be read again. */
    void end() {
        console.endLiveLine();
        if (!newest.equals(said)) {
            sayNewest();
        }
    }

    private void sayNewest() {
        console.say(newest);
        said = newest;
    }

    /** By the clock on the wall; the interval in which the report begins is not new. */
    private boolean beginsAnInterval(Instant now) {
        LocalDateTime minute = line.local(now).truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime current = minute.minusMinutes(minute.getMinute() % MINUTES_BETWEEN_LINES);
        boolean begins = interval.isPresent() && !interval.get().equals(current);
        interval = Optional.of(current);
        return begins;
    }
}
