package dev.supporters.gateway.adapter.graphql.server;

import graphql.ExecutionResult;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A subscription that is executed once for all who ask the same with the same rights: it is read once and written as JSON once for each
 * change. It is executed as one of them, and as another one after that one has left or its token has expired.
 */
final class SharedExecution {

    private final Function<ExecutionResult, String> writer;
    private final Consumer<SharedExecution> whenOver;
    private final LinkedHashSet<Participant> participants = new LinkedHashSet<>();
    private Lead lead;
    private String newest;

    /** Whether the newest result had errors, which whoever comes now need not get. */
    private boolean failed;

    private boolean over;

    /**
     * To begin with {@link #begin}; others may join before.
     *
     * @param writer makes a result the text that all get
     * @param whenOver told once, when nobody is left or the stream has ended
     */
    SharedExecution(
            Participant first,
            Function<ExecutionResult, String> writer,
            Consumer<SharedExecution> whenOver) {
        this.writer = writer;
        this.whenOver = whenOver;
        participants.add(first);
    }

    /** One of those who share it. */
    interface Participant {

        /** Executes the operation as this one. Waits, so never on an event loop. */
        ExecutionResult execute();

        /** Whether its token is valid and its socket open. */
        boolean valid();

        /** Takes a result, at once. */
        void next(String result);

        /** It ends with errors. */
        void fail(Object errors);

        /** It ends. */
        void complete();
    }

    /** Follows the stream that the first one's execution brought. */
    void begin(Participant first, Publisher<?> results) {
        Lead made = new Lead(first);
        synchronized (this) {
            if (over) {
                return;
            }
            if (participants.contains(first)) {
                lead = made;
            }
        }
        if (leads(made)) {
            results.subscribe(made);
        } else {
            leadOn(); // left before it began, and others have joined
        }
    }

    /** From now on, with the newest result at once. False if it is over, or if that result had errors: then another must begin. */
    synchronized boolean join(Participant participant) {
        if (over || failed) {
            return false;
        }
        participants.add(participant);
        if (newest != null) {
            participant.next(newest);
        }
        return true;
    }

    /** Gets no more results; the others do. */
    void leave(Participant participant) {
        Lead ended = null;
        boolean last;
        synchronized (this) {
            if (!participants.remove(participant)) {
                return;
            }
            last = participants.isEmpty();
            over |= last;
            if (lead != null && (last || lead.participant.equals(participant))) {
                ended = lead;
                lead = null;
            }
        }
        if (ended != null) {
            ended.cancel();
        }
        if (last) {
            whenOver.accept(this);
        } else if (ended != null) {
            leadOn();
        }
    }

    private synchronized boolean leads(Lead one) {
        return lead == one;
    }

    /** Executes it as the one who is there longest. */
    private void leadOn() {
        for (Lead made = nextLead(); made != null; made = nextLead()) {
            ExecutionResult result = made.participant.execute();
            Object data = result.isDataPresent() ? result.getData() : null;
            if (data instanceof Publisher<?> stream) {
                stream.subscribe(made);
                return;
            }
            Object errors = result.toSpecification().getOrDefault("errors", List.of());
            if (!drop(made, errors)) {
                return;
            }
        }
    }

    private synchronized Lead nextLead() {
        if (over || lead != null || participants.isEmpty()) {
            return null;
        }
        lead = new Lead(participants.getFirst());
        return lead;
    }

    /** What failed for one who may not ask any more fails for that one alone: true if another must lead. Else it ends for all. */
    private boolean drop(Lead failed, Object errors) {
        Participant leader = failed.participant;
        if (leader.valid()) {
            end(failed, participant -> participant.fail(errors));
            return false;
        }
        boolean last;
        synchronized (this) {
            if (lead != failed) {
                return false; // it has left meanwhile, and another leads
            }
            lead = null;
            participants.remove(leader);
            last = participants.isEmpty();
            over |= last;
        }
        leader.fail(errors);
        if (last) {
            whenOver.accept(this);
        }
        return !last;
    }

    private void end(Lead ended, Consumer<Participant> last) {
        List<Participant> all;
        synchronized (this) {
            if (lead != ended) {
                return;
            }
            over = true;
            lead = null;
            all = List.copyOf(participants);
            participants.clear();
        }
        whenOver.accept(this);
        all.forEach(last);
    }

    private void next(Lead from, ExecutionResult result) {
        String written = writer.apply(result);
        synchronized (this) {
            // who begins to lead reads what all know already
            if (lead == from && !written.equals(newest)) {
                newest = written;
                failed = !result.getErrors().isEmpty();
                participants.forEach(participant -> participant.next(written));
            }
        }
    }

    /** Follows the stream of results as long as its participant leads. */
    private final class Lead implements Subscriber<Object> {

        private final Participant participant;
        private Subscription stream;
        private boolean cancelled;

        Lead(Participant participant) {
            this.participant = participant;
        }

        void cancel() {
            Subscription present;
            synchronized (this) {
                cancelled = true;
                present = stream;
            }
            if (present != null) {
                present.cancel();
            }
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            boolean late;
            synchronized (this) {
                stream = subscription;
                late = cancelled;
            }
            if (late) {
                subscription.cancel();
            } else {
                // each participant keeps the newest result only, so nobody is waited for
                subscription.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(Object result) {
            next(this, (ExecutionResult) result);
        }

        @Override
        public void onError(Throwable failure) {
            if (drop(this, SocketMessageMapper.errors(failure))) {
                leadOn();
            }
        }

        @Override
        public void onComplete() {
            end(this, Participant::complete);
        }
    }
}
