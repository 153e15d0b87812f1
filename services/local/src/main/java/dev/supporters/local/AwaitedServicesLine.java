package dev.supporters.local;

import java.util.List;

/** Which services a start still waits for, as one line for a terminal. */
final class AwaitedServicesLine {

    private static final String MORE = " …";

    private AwaitedServicesLine() {}

    /** Shows as many names as fit into the width. */
    static String of(List<String> awaited, int width) {
        int columns = width - 1 - MORE.length();
        var line = new StringBuilder("  waiting for " + awaited.size());
        for (int i = 0; i < awaited.size(); i++) {
            String name = (i == 0 ? ": " : ", ") + awaited.get(i);
            if (line.length() + name.length() > columns) {
                return line + MORE;
            }
            line.append(name);
        }
        return line.toString();
    }
}
