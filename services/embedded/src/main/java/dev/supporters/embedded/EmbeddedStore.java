package dev.supporters.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import java.net.InetSocketAddress;

/** A store in this JVM that speaks MongoDB's wire protocol and keeps all in memory. It has no transactions and no change streams. */
public final class EmbeddedStore implements AutoCloseable {

    private final MongoServer server;
    private final String connectionString;

    private EmbeddedStore(MongoServer server, String connectionString) {
        this.server = server;
        this.connectionString = connectionString;
    }

    /**
     * Starts a store.
     *
     * @param port of 127.0.0.1; 0 takes a free one
     */
    public static EmbeddedStore start(int port) {
        MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind(new InetSocketAddress("127.0.0.1", port));
        return new EmbeddedStore(
                server, "mongodb://127.0.0.1:" + server.getLocalAddress().getPort());
    }

    public String connectionString() {
        return connectionString;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
