package dev.supporters.gateway.adapter.graphql.server;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.gateway.adapter.graphql.server.SharedExecution.Participant;

import graphql.ExecutionResult;

import org.reactivestreams.Publisher;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The subscriptions of all websockets that are executed once for several: of those who may see the same, whoever they are. */
final class SharedSubscriptions {

    private final Map<SharedRequest, SharedExecution> executions = new ConcurrentHashMap<>();
    private final Function<ExecutionResult, String> writer;

    SharedSubscriptions(Function<ExecutionResult, String> writer) {
        this.writer = writer;
    }

    /**
     * What is asked, and with which rights.
     *
     * @param request the document, the operation and all values
     */
    record SharedRequest(RequestInput request, Set<Role> rights) {

        /** Empty for whom an answer may depend on who it is. */
        static Optional<SharedRequest> by(Principal principal, RequestInput request) {
            return principal.seesWhatItsRolesSee()
                    ? Optional.of(new SharedRequest(request, principal.roles()))
                    : Optional.empty();
        }
    }

    /** Joins those who ask the same already; empty if nobody does. */
    Optional<SharedExecution> join(SharedRequest asked, Participant participant) {
        return Optional.ofNullable(executions.get(asked))
                .filter(present -> present.join(participant));
    }

    /** Shares the stream that an execution has brought; or leaves it, where somebody else was first. */
    SharedExecution begin(SharedRequest asked, Participant participant, Publisher<?> results) {
        SharedExecution made =
                new SharedExecution(participant, writer, ended -> executions.remove(asked, ended));
        while (true) {
            SharedExecution present = executions.putIfAbsent(asked, made);
            if (present == null) {
                made.begin(participant, results);
                return made;
            }
            if (present.join(participant)) {
                return present;
            }
            executions.remove(asked, present);
        }
    }

    int size() {
        return executions.size();
    }
}
