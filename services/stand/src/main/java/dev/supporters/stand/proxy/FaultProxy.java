package dev.supporters.stand.proxy;

import dev.supporters.embedded.FreePorts;
import dev.supporters.stand.proxy.Fault.Away;
import dev.supporters.stand.proxy.Fault.None;

import org.jboss.logging.Logger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between clients and a server on this machine, and spoils their connections when it is told to. */
public final class FaultProxy implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FaultProxy.class);
    private static final int BACKLOG = 1_024;

    private final ServerSocket server;
    private final InetSocketAddress target;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = new None();

    private FaultProxy(ServerSocket server, InetSocketAddress target) {
        this.server = server;
        this.target = target;
    }

    /**
     * Starts one on a free port of 127.0.0.1, which no part of a stand in this process has been given: those may start later.
     *
     * @param port of the server, which need not be there yet
     */
    public static FaultProxy to(int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try {
            FaultProxy proxy =
                    new FaultProxy(
                            new ServerSocket(FreePorts.take(), BACKLOG, loopback),
                            new InetSocketAddress(loopback, port));
            Thread.ofVirtual().name("fault-proxy-" + port).start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients connect. */
    public int port() {
        return server.getLocalPort();
    }

    /** From now on this is wrong, also with connections that are open. */
    public void set(Fault wrong) {
        fault = wrong;
        if (wrong instanceof Away) {
            connections.forEach(ProxiedConnection::reset);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                open(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.debugf("not accepted: %s", e.getMessage());
                }
            }
        }
    }

    private void open(Socket client) throws IOException {
        if (fault instanceof Away) {
            ProxiedConnection.reset(client);
            return;
        }
        Socket upstream = new Socket();
        try {
            upstream.connect(target);
        } catch (IOException e) {
            ProxiedConnection.reset(client);
            return;
        }
        ProxiedConnection connection =
                new ProxiedConnection(client, upstream, () -> fault, connections::remove);
        connections.add(connection);
        connection.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(ProxiedConnection::reset);
    }
}
