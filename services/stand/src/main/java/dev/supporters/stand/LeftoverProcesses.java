package dev.supporters.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes that still run because their stand was killed and could not end them. */
final class LeftoverProcesses {

    private LeftoverProcesses() {}

    /** Notes this process and its services' processes, each with the time of its start. */
    static void note(Path file, List<Long> pids) {
        StandFolder.write(
                file,
                Stream.concat(
                                Stream.of(ProcessHandle.current()),
                                pids.stream().map(ProcessHandle::of).flatMap(Optional::stream))
                        .map(LeftoverProcesses::identity)
                        .collect(Collectors.joining("\n")));
    }

    /** Ends those noted processes that still run, unless the stand that noted them runs, too. */
    static void end(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            List<String> identities = Files.readAllLines(file);
            if (!identities.isEmpty() && running(identities.getFirst()).isPresent()) {
                return;
            }
            identities.forEach(identity -> running(identity).ifPresent(LeftoverProcesses::end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        forget(file);
    }

    private static Optional<ProcessHandle> running(String identity) {
        String pid = identity.substring(0, Math.max(0, identity.indexOf(' ')));
        return pid.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(pid))
                        .filter(handle -> identity(handle).equals(identity));
    }

    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(ProcessHandle handle) {
        handle.destroyForcibly();
        handle.onExit().join();
    }

    private static String identity(ProcessHandle handle) {
        return handle.pid() + " " + handle.info().startInstant().map(Object::toString).orElse("");
    }
}
