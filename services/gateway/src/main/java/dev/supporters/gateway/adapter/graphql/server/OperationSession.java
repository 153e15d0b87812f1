package dev.supporters.gateway.adapter.graphql.server;

import dev.supporters.gateway.adapter.http.FailureMapper;
import dev.supporters.gateway.adapter.http.RefusalMapper;
import dev.supporters.platform.refusal.Refusal;

import graphql.ExecutionResult;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

import java.util.List;
import java.util.Map;

/** An operation of a websocket, under the id that its client gave it. A client that reads slowly gets fewer values, not a queue. */
final class OperationSession implements Subscriber<Object> {

    private final WebSocketSession socket;
    private final String id;
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

    synchronized void cancel() {
        cancelled = true;
        if (stream != null) {
            stream.cancel();
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        synchronized (this) {
            stream = subscription;
            if (cancelled) {
                subscription.cancel();
                return;
            }
        }
        subscription.request(1);
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
        Refusal refusal = FailureMapper.refusal(failure);
        socket.end(
                this,
                SocketMessageMapper.error(
                        id,
                        List.of(
                                Map.of(
                                        "message",
                                        refusal.getMessage(),
                                        "extensions",
                                        RefusalMapper.extensions(refusal)))));
    }

    @Override
    public void onComplete() {
        socket.end(this, SocketMessageMapper.complete(id));
    }
}
