package dev.supporters.stand.proxy;

import dev.supporters.stand.proxy.Fault.AnswerLost;
import dev.supporters.stand.proxy.Fault.Away;
import dev.supporters.stand.proxy.Fault.CutAfter;
import dev.supporters.stand.proxy.Fault.None;
import dev.supporters.stand.proxy.Fault.RefusedForOneCall;
import dev.supporters.stand.proxy.Fault.Silent;
import dev.supporters.stand.proxy.Fault.Slow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One connection through the proxy: requests pass, answers wait in a queue until they are due. */
final class ProxiedConnection {

    private static final int CHUNK = 16_384;
    private static final int MOST_CHUNKS = 4_096;

    private final Socket client;
    private final Socket upstream;
    private final Supplier<Fault> fault;
    private final Consumer<ProxiedConnection> ended;
    private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>(MOST_CHUNKS);
    private long answered;

    /** Bytes of the server, and when they go on; none: the server has said all. */
    private record Answer(byte[] bytes, long dueNanos) {}

    ProxiedConnection(
            Socket client,
            Socket upstream,
            Supplier<Fault> fault,
            Consumer<ProxiedConnection> ended) {
        this.client = client;
        this.upstream = upstream;
        this.fault = fault;
        this.ended = ended;
    }

    void start() {
        Thread.ofVirtual().start(() -> run(this::takeRequests));
        Thread.ofVirtual().start(() -> run(this::takeAnswers));
        Thread.ofVirtual().start(() -> run(this::giveAnswers));
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            reset(); // one end has gone, so the other one must know
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset();
        }
    }

    private void takeRequests() throws IOException {
        InputStream from = client.getInputStream();
        OutputStream to = upstream.getOutputStream();
        byte[] buffer = new byte[CHUNK];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            if (refused(Arrays.copyOf(buffer, read))) {
                return;
            }
            to.write(buffer, 0, read);
        }
        upstream.shutdownOutput();
    }

    /** Whether the request ends here, with an answer that the server has not given; the connection ends with it. */
    private boolean refused(byte[] request) throws IOException {
        if (!(fault.get() instanceof RefusedForOneCall wrong)) {
            return false;
        }
        Optional<byte[]> answer = wrong.answer(request);
        if (answer.isPresent()) {
            client.getOutputStream().write(answer.get());
            client.shutdownOutput();
            upstream.close();
            ended.accept(this);
        }
        return answer.isPresent();
    }

    private void takeAnswers() throws IOException, InterruptedException {
        InputStream from = upstream.getInputStream();
        byte[] buffer = new byte[CHUNK];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            answers.put(
                    new Answer(Arrays.copyOf(buffer, read), System.nanoTime() + delay().toNanos()));
        }
        answers.put(new Answer(new byte[0], System.nanoTime()));
    }

    private Duration delay() {
        return fault.get() instanceof Slow slow ? slow.by() : Duration.ZERO;
    }

    private void giveAnswers() throws IOException, InterruptedException {
        OutputStream to = client.getOutputStream();
        for (Answer answer = answers.take(); answer.bytes().length > 0; answer = answers.take()) {
            long wait = answer.dueNanos() - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
            }
            give(answer.bytes(), to);
        }
        client.shutdownOutput();
        ended.accept(this);
    }

    private void give(byte[] bytes, OutputStream to) throws IOException {
        switch (fault.get()) {
            case None none -> to.write(bytes);
            case Slow slow -> to.write(bytes);
            case RefusedForOneCall refused -> to.write(bytes);
            case Silent silent -> {}
            case Away away -> reset();
            case AnswerLost lost -> reset();
            case CutAfter cut -> {
                int rest = (int) Math.clamp(cut.bytes() - answered, 0, bytes.length);
                to.write(bytes, 0, rest);
                answered += rest;
                if (rest < bytes.length) {
                    reset();
                }
            }
        }
    }

    /** Ends it at once; both ends see a reset. */
    void reset() {
        reset(client);
        reset(upstream);
        ended.accept(this);
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it is closed, which was wanted
        }
    }
}
