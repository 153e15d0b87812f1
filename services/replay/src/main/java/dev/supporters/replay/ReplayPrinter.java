package dev.supporters.replay;

import java.io.PrintStream;
import java.util.Locale;

/** Prints decisions that were taken again, and counts them. */
final class ReplayPrinter {

    private final PrintStream out;
    private final Phrases phrases;
    private int count;
    private int different;
    private int old;

    ReplayPrinter(PrintStream out, Locale locale) {
        this.out = out;
        phrases = new Phrases(locale);
    }

    void print(Recorded decision) {
        count++;
        decision.explain(phrases).forEach(out::println);
        switch (decision.result()) {
            case SAME -> out.println(phrases.line("replay.same"));
            case DIFFERENT -> {
                different++;
                out.println(phrases.line("replay.different"));
                decision.differences().forEach(out::println);
            }
            case WITHOUT_INPUTS -> {
                old++;
                out.println(phrases.line("replay.without-inputs"));
            }
        }
        out.println();
    }

    /**
     * @param unreadable records that are none of ours
     */
    void total(int unreadable) {
        if (unreadable > 0) {
            out.println(phrases.line("replay.unreadable", unreadable));
        }
        out.println(phrases.line("replay.total", count, different, old));
    }

    int count() {
        return count;
    }

    int different() {
        return different;
    }
}
