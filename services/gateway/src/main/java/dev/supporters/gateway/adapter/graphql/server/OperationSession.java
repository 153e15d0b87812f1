package dev.supporters.gateway.adapter.graphql.server;

import dev.supporters.gateway.adapter.graphql.server.SharedExecution.Participant;

import graphql.ExecutionResult;

import io.vertx.core.Future;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

import java.util.function.Supplier;

/**
 * An operation of a websocket, under the id that its client gave it. A client that reads slowly gets fewer values, not a queue. It follows
 * a stream of its own, or takes part in one that is executed once for several.
 */
final class OperationSession implements Subscriber<Object>, Participant {

    private final WebSocketSession socket;
    private final String id;
    private final NewestResult results = new NewestResult(this::send);
    private Supplier<ExecutionResult> execution;
    private Runnable end = () -> {};
    private Subscription stream;
    private boolean cancelled;

    OperationSession(WebSocketSession socket, String id) {
        this.socket = socket;
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Sends what a stream brings, until it ends or is cancelled. */
    void follow(Publisher<?> publisher) {
        publisher.subscribe(this);
    }

    /** Before it takes part in a shared execution: how it is executed for all. */
    void executedBy(Supplier<ExecutionResult> way) {
        execution = way;
    }

    /** Takes part in a shared execution until it is cancelled. */
    void share(SharedExecution shared) {
        endBy(() -> shared.leave(this));
    }

    void cancel() {
        Runnable last;
        synchronized (this) {
            cancelled = true;
            last = end;
        }
        last.run();
    }

    @Override
    public ExecutionResult execute() {
        return execution.get();
    }

    @Override
    public boolean valid() {
        return socket.valid();
    }

    @Override
    public void next(String result) {
        results.next(result);
    }

    @Override
    public void fail(Object errors) {
        results.end(() -> socket.end(this, SocketMessageMapper.error(id, errors)));
    }

    @Override
    public void complete() {
        results.end(() -> socket.end(this, SocketMessageMapper.complete(id)));
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        stream = subscription;
        if (endBy(subscription::cancel)) {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(Object result) {
        if (socket.underWay(this)) {
            socket.send(SocketMessageMapper.next(id, (ExecutionResult) result))
                    .onSuccess(sent -> stream.request(1));
        }
    }

    @Override
    public void onError(Throwable failure) {
        socket.end(this, SocketMessageMapper.error(id, SocketMessageMapper.errors(failure)));
    }

    @Override
    public void onComplete() {
        socket.end(this, SocketMessageMapper.complete(id));
    }

    /** What is done when it is cancelled; false if it was already, and it is done. */
    private boolean endBy(Runnable last) {
        boolean late;
        synchronized (this) {
            end = last;
            late = cancelled;
        }
        if (late) {
            last.run();
        }
        return !late;
    }

    /** A result in the moment in which the token expires goes to nobody. */
    private Future<Void> send(String result) {
        return socket.underWay(this) && socket.valid()
                ? socket.sendText(SocketMessageMapper.next(id, result))
                : Future.failedFuture("over");
    }
}
