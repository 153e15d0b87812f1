package dev.supporters.platform.event;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.mongodb.MongoException;

import dev.supporters.platform.event.ProcessEnd.ProcessCloses;
import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.StoreErrors;
import dev.supporters.platform.refusal.UnexpectedAnswer;
import dev.supporters.platform.time.GrowingPause;
import dev.supporters.proto.common.v1.ErrorReason;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Handles what a consumer group has brought: until it is handled, or put aside. */
final class GroupEventHandler {

    private static final Logger LOG = Logger.getLogger(GroupEventHandler.class);

    /** With the pauses between them somewhat less than a minute: a remote part that restarts is back. */
    static final int MOST_ANSWERS = 30;

    private final EventSpans spans;
    private final EventCounters counters;
    private final TriedEvents tried;
    private final DeadLetterDelivery deadLetters;
    private final ProcessEnd end;
    private final long longestPauseMillis;

    GroupEventHandler(
            EventSpans spans,
            EventCounters counters,
            TriedEvents tried,
            DeadLetterDelivery deadLetters,
            ProcessEnd end,
            long longestPauseMillis) {
        this.spans = spans;
        this.counters = counters;
        this.tried = tried;
        this.deadLetters = deadLetters;
        this.end = end;
        this.longestPauseMillis = longestPauseMillis;
    }

    /** As {@link Events#handleAll} says. */
    <E extends Message> void handleAll(
            String channel,
            Iterable<ConsumerRecord<String, byte[]>> records,
            Parser<E> parser,
            Consumer<ReceivedEvent<E>> handler) {
        for (ConsumerRecord<String, byte[]> record : records) {
            spans.following(record, () -> handle(channel, record, parser, handler));
        }
    }

    /** As {@link Events#handle} says. */
    <E extends Message> void handle(
            String channel,
            ConsumerRecord<String, byte[]> record,
            Parser<E> parser,
            Consumer<ReceivedEvent<E>> handler) {
        end.requireOpen();
        try {
            handleInTheEnd(record, parser, handler);
        } catch (ProcessCloses e) {
            throw e;
        } catch (RuntimeException dead) {
            putAside(channel, record, dead);
        } catch (Error dead) {
            if (dead instanceof VirtualMachineError && !(dead instanceof StackOverflowError)) {
                throw dead; // this process's, and not the event's
            }
            putAside(channel, record, dead);
        }
    }

    private void putAside(String channel, ConsumerRecord<String, byte[]> record, Throwable dead) {
        end.requireOpen(); // a store that closes is no fault of the event
        counters.count(record.topic(), "dead");
        GrowingPause between = pauses();
        deadLetters.put(channel, record, dead, () -> end.pause(between));
    }

    /** Tries it until it is handled; throws what makes it a dead letter. */
    private <E extends Message> void handleInTheEnd(
            ConsumerRecord<String, byte[]> record,
            Parser<E> parser,
            Consumer<ReceivedEvent<E>> handler) {
        ReceivedEvent<E> received = ReceivedEvent.of(record, parser);
        GrowingPause between = pauses();
        int answers = 0;
        try (TriedEvents.Attempt attempt = tried.begin(record)) {
            while (true) {
                try {
                    handler.accept(received);
                    attempt.handled();
                    counters.count(record.topic(), "handled");
                    return;
                } catch (RuntimeException e) {
                    answers += answered(e) ? 1 : 0;
                    if (!transientFailure(e) || answers > MOST_ANSWERS) {
                        throw e;
                    }
                    if (attempt.failedForTooLong()) {
                        throw attempt.parked(e);
                    }
                    LOG.debugf(
                            "event is tried again topic=%s cause=%s",
                            record.topic(), e.getMessage());
                    counters.count(record.topic(), "retried");
                }
                end.pause(between);
            }
        }
    }

    private GrowingPause pauses() {
        return ProcessEnd.pauses(longestPauseMillis);
    }

    private static boolean transientFailure(RuntimeException e) {
        return switch (e) {
            case Refusal refusal ->
                    ErrorReasons.failure(refusal.reason())
                            || ErrorReasons.refusesCaller(refusal.reason());
            case MongoException store -> StoreErrors.temporary(store);
            case UncheckedIOException io -> true;
            default -> false;
        };
    }

    /** Whether a remote part is there, and does not take the event all the same. */
    private static boolean answered(RuntimeException e) {
        return e instanceof UnexpectedAnswer
                || (e instanceof Refusal refusal
                        && refusal.reason() == ErrorReason.ERROR_REASON_INTERNAL);
    }
}
