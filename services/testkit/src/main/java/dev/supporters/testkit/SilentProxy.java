package dev.supporters.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** The way of one connection between a client and a server, which can be lost. */
public final class SilentProxy implements AutoCloseable {

    private final ServerSocket entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Socket server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean silent;

    public SilentProxy(int serverPort) throws IOException {
        server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        Thread.ofVirtual().start(this::carry);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** As a network that is cut: both ends stay open, and hear nothing more. */
    public void fallSilent() {
        silent = true;
    }

    /** As a client that is killed: the server's end is closed without a word. */
    public void cut() throws IOException {
        server.setSoLinger(true, 0);
        server.close();
    }

    private void carry() {
        try (Socket client = entrance.accept()) {
            Thread.ofVirtual().start(() -> copy(client, server));
            copy(server, client);
            closed.await();
        } catch (IOException e) {
            // closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] bytes = new byte[8_192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (!silent) {
                    out.write(bytes, 0, count);
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        entrance.close();
    }
}
