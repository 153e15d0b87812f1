package dev.supporters.local;

import java.util.Map;

/**
 * What can be printed where the lines go.
 *
 * @param liveLine whether a line can be written over: on a terminal that knows how
 * @param colours whether somebody wants them there
 * @param width in columns
 */
record TerminalFeatures(boolean liveLine, boolean colours, int width) {

    private static final int USUAL_WIDTH = 100;
    private static final int WIDEST = 1_000;

    /** Of a file, of a pipe, of CI: lines one after the other. */
    static TerminalFeatures none() {
        return new TerminalFeatures(false, false, USUAL_WIDTH);
    }

    static TerminalFeatures of(boolean terminal, Map<String, String> environment) {
        if (!terminal || "dumb".equals(environment.get("TERM"))) {
            return none();
        }
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new TerminalFeatures(true, colours, width(environment.getOrDefault("COLUMNS", "")));
    }

    private static int width(String columns) {
        if (!columns.matches("[1-9]\\d{0,3}")) {
            return USUAL_WIDTH;
        }
        return Math.min(Integer.parseInt(columns), WIDEST);
    }
}
