package dev.supporters.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Which commit is played; with "-dirty" if files differ from it. */
final class SourceCommit {

    private static final String UNKNOWN = "unknown";

    private SourceCommit() {}

    static String of(Path root) throws InterruptedException {
        try {
            Process git =
                    new ProcessBuilder(
                                    List.of(
                                            "git",
                                            "describe",
                                            "--always",
                                            "--dirty",
                                            "--abbrev=8",
                                            "--exclude=*"))
                            .directory(root.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said =
                    new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 && !said.isEmpty() ? said : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN; // there is no git here
        }
    }
}
