package dev.supporters.local;

import dev.supporters.player.NightSetup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far a night is, as one line of text: with a bar for a terminal, without one for a file. */
record NightProgressLine(ZoneId zone, Instant begin, Instant end) {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String GAP = "  ";
    private static final int SHORTEST_BAR = 6;
    private static final int LONGEST_BAR = 32;
    private static final String CYAN = "\033[36m%s\033[0m";

    String clock(Instant now) {
        return CLOCK.format(local(now));
    }

    LocalDateTime local(Instant now) {
        return LocalDateTime.ofInstant(now, zone);
    }

    /** For a file. */
    String plain(NightSetup.Progress progress) {
        return GAP + clock(progress.now()) + GAP + String.join(GAP, figures(progress));
    }

    /** For a terminal of that width: what does not fit is left out, first the bar, then the last figures. */
    String live(NightSetup.Progress progress, TerminalFeatures terminal) {
        int columns = terminal.width() - 1; // some terminals begin a new row after the last column
        String clock = clock(progress.now());
        String figures = GAP + String.join(GAP, figures(progress));
        int bar = Math.min(columns - clock.length() - " ".length() - figures.length(), LONGEST_BAR);
        if (bar < SHORTEST_BAR) {
            return fitting(clock, figures(progress), columns);
        }
        String drawn = bar(share(progress.now()), bar);
        return clock + " " + (terminal.colours() ? CYAN.formatted(drawn) : drawn) + figures;
    }

    private static List<String> figures(NightSetup.Progress progress) {
        List<String> figures = new ArrayList<>();
        figures.add(figure("open %3d", progress.open()));
        figures.add(figure("driving %3d", progress.driving()));
        figures.add(figure("completed %3d", progress.completed()));
        figures.add(figure("cancelled %3d", progress.cancelled()));
        if (progress.failed() > 0) {
            figures.add(figure("failed %d", progress.failed()));
        }
        figures.add(figure("at work %3d", progress.working()));
        return figures;
    }

    private static String figure(String format, int number) {
        return String.format(Locale.ROOT, format, number);
    }

    /** A figure is shown as a whole or not at all: half a number would be another number. */
    private static String fitting(String clock, List<String> figures, int columns) {
        if (clock.length() > columns) {
            return "";
        }
        StringBuilder line = new StringBuilder(clock);
        for (String figure : figures) {
            if (line.length() + GAP.length() + figure.length() > columns) {
                break;
            }
            line.append(GAP).append(figure);
        }
        return line.toString();
    }

    private double share(Instant now) {
        long whole = Duration.between(begin, end).toMillis();
        if (whole <= 0) {
            return 1;
        }
        return Math.clamp((double) Duration.between(begin, now).toMillis() / whole, 0, 1);
    }

    /** In ASCII: block characters are two columns wide in some fonts for Korean. */
    private static String bar(double share, int length) {
        int inner = length - "[]".length();
        int done = (int) (share * inner);
        return "[" + "#".repeat(done) + ".".repeat(inner - done) + "]";
    }
}
