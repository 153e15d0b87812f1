package dev.supporters.charts.cluster;

import dev.supporters.charts.cluster.ProcessRunner.Running;
import dev.supporters.charts.cluster.ResultTable.StepResult;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Requests calls at the gateway while a step runs: with sh and curl, because the pod that the requests come from has nothing else. */
final class CallLoad {

    /**
     * Requests calls until the file $3 exists, and prints a line for each: ok and the call's id, or bad and the answer. A request that
     * fails is repeated up to $6 times with the same id, as an app does; each repetition prints a line `again`.
     */
    private static final String REQUEST_CALLS =
            """
            url=$1 token=$2 stop=$3 id=$4 pause=$5 again=$6 n=0
            mutation="mutation(\\$input: RequestCallInput!) { requestCall(input: \\$input) { call { callId status } } }"
            while [ ! -e "$stop" ] && [ "$n" -lt 100000 ]; do
              n=$((n + 1))
              input="{\\"clientMutationId\\":\\"$id-$n\\",\\"userId\\":\\"$id-$n\\",\\"userName\\":\\"load\\",\\"fare\\":15000,\\"currency\\":\\"KRW\\",\\"distance\\":9000,"
              input="$input\\"origin\\":{\\"lat\\":\\"37.5665\\",\\"lng\\":\\"126.9780\\"},\\"destination\\":{\\"lat\\":\\"37.5172\\",\\"lng\\":\\"127.0473\\"}}"
              tries=0
              while true; do
                answer=$(curl -sS -m 10 -w " %{http_code}" -H "Authorization: Bearer $token" -H "Content-Type: application/json" \\
                  -d "{\\"query\\":\\"$mutation\\",\\"variables\\":{\\"input\\":$input}}" "$url" 2>&1)
                case $answer in
                  *\\"errors\\"*) ;;
                  *\\"callId\\":\\"*200) call=${answer#*\\"callId\\":\\"} && echo "ok ${call%%\\"*}" && break ;;
                esac
                tries=$((tries + 1))
                if [ "$tries" -gt "$again" ]; then
                  echo "bad $answer" | tr "\\n" " " && echo
                  break
                fi
                echo "again" && sleep 1
              done
              sleep "$pause"
            done
            """;

    /** Reads every call on the input, and prints its status. */
    private static final String READ_CALLS =
            """
            url=$1 token=$2
            while read -r call; do
              answer=$(curl -sS -m 10 -H "Authorization: Bearer $token" -H "Content-Type: application/json" \\
                -d "{\\"query\\":\\"{ call(id: $call) { status } }\\"}" "$url" 2>&1)
              case $answer in
                *\\"status\\":\\"*) status=${answer#*\\"status\\":\\"} && echo "${status%%\\"*}" ;;
                *) echo "LOST $call" ;;
              esac
            done
            """;

    private final ProcessRunner processes;
    private final List<String> origin;
    private final String url;
    private final String token;
    private int runs;

    /**
     * Prepares the load.
     *
     * @param origin the command that runs another command where the requests come from; empty for this machine
     */
    CallLoad(ProcessRunner processes, List<String> origin, String url, String token) {
        this.processes = processes;
        this.origin = List.copyOf(origin);
        this.url = url;
        this.token = token;
    }

    /** Starts workers, each of which requests one call after the other. */
    Run start(int workers, String pauseSeconds, int retries) {
        runs++;
        String name = ProcessHandle.current().pid() + "-" + runs;
        String stop = "/tmp/supporters-load-" + name;
        List<Running> started = new ArrayList<>();
        for (int worker = 1; worker <= workers; worker++) {
            started.add(
                    processes.start(
                            shell(
                                    REQUEST_CALLS,
                                    stop,
                                    "load" + name + "-" + worker,
                                    pauseSeconds,
                                    Integer.toString(retries)),
                            ""));
        }
        return new Run(stop, started);
    }

    /** The states of calls, one each; `LOST …` for a call that is not found. */
    List<String> states(List<String> callIds) throws InterruptedException {
        return processes.run(shell(READ_CALLS), String.join("\n", callIds) + "\n").lines();
    }

    private List<String> shell(String script, String... arguments) {
        return at(
                Stream.concat(
                                Stream.of("sh", "-c", script, "load", url, token),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private List<String> at(String... command) {
        return Stream.concat(origin.stream(), Stream.of(command)).toList();
    }

    /** Requests under way. */
    final class Run implements AutoCloseable {

        private final String stopFile;
        private final List<Running> workers;
        private final List<String> lines = new ArrayList<>();
        private boolean stopped;

        private Run(String stopFile, List<Running> workers) {
            this.stopFile = stopFile;
            this.workers = workers;
        }

        /** Stops the requests, and waits for the last answers. */
        @Override
        public void close() throws InterruptedException {
            if (stopped) {
                return;
            }
            stopped = true;
            processes.text(at("touch", stopFile));
            for (Running worker : workers) {
                lines.addAll(worker.await().lines());
            }
            processes.run(at("rm", "-f", stopFile));
        }

        /** Stops the requests; the step is ok if there were some and none failed. */
        StepResult result(String detail) throws InterruptedException {
            close();
            long ok = count("ok");
            long bad = count("bad");
            String whole = detail + (ok + bad) + " requests, " + bad + " failed";
            if (bad == 0 && ok > 0) {
                return StepResult.ok(whole);
            }
            return StepResult.failed(
                    lines.stream()
                            .filter(line -> line.startsWith("bad"))
                            .findFirst()
                            .map(line -> whole + "; the first: " + shortened(line))
                            .orElse(whole));
        }

        /** How often a request was repeated. */
        long retries() {
            return count("again");
        }

        /** The calls that were accepted. */
        List<String> callIds() {
            return lines.stream()
                    .filter(line -> line.startsWith("ok "))
                    .map(line -> line.substring("ok ".length()))
                    .toList();
        }

        /** Short enough for a table, and without its separator. */
        private static String shortened(String line) {
            return line.substring(0, Math.min(200, line.length())).replace('|', '/');
        }

        private long count(String kind) {
            return lines.stream().filter(line -> line.startsWith(kind)).count();
        }
    }
}
