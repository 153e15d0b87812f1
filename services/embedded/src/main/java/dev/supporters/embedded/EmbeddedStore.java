package dev.supporters.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;

import java.net.InetSocketAddress;

/** A store in this JVM that speaks MongoDB's wire protocol and keeps all in memory. It has no transactions and no change streams. */
public final class EmbeddedStore implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final MongoServer server;
    private final String connectionString;

    private EmbeddedStore(MongoServer server, String connectionString) {
        this.server = server;
        this.connectionString = connectionString;
    }

    /**
     * Starts a store that only this machine reaches.
     *
     * @param port of 127.0.0.1; 0 takes a free one
     */
    public static EmbeddedStore start(int port) {
        return start(LOOPBACK, port);
    }

    /**
     * Starts a store.
     *
     * @param host that it binds; 0.0.0.0 lets everybody in
     * @param port of that host; 0 takes a free one
     */
    public static EmbeddedStore start(String host, int port) {
        MongoServer server =
                new MongoServer(new IndexingBackend().version(ServerVersion.MONGO_5_0));
        server.bind(new InetSocketAddress(host, port));
        InetSocketAddress bound = server.getLocalAddress();
        String reached = bound.getAddress().isAnyLocalAddress() ? LOOPBACK : host;
        return new EmbeddedStore(server, "mongodb://" + reached + ":" + bound.getPort());
    }

    /** Where this machine reaches it. */
    public String connectionString() {
        return connectionString;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
