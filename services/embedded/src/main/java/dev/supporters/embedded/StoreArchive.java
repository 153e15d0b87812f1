package dev.supporters.embedded;

import com.mongodb.client.ListIndexesIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;

import org.bson.Document;
import org.bson.RawBsonDocument;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The whole contents of a store in one file: for each collection a header with its indexes, then its documents. The file is there
 * whole or not at all.
 */
public final class StoreArchive {

    private static final Set<String> INTERNAL = Set.of("admin", "config", "local");

    private StoreArchive() {}

    public static void dump(String connectionString, Path file) {
        try (MongoClient client = MongoClients.create(connectionString)) {
            Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "store", ".next");
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(next)))) {
                for (String database : client.listDatabaseNames()) {
                    if (!INTERNAL.contains(database)) {
                        dump(client.getDatabase(database), out);
                    }
                }
            }
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the store's contents could not be kept in " + file, e);
        }
    }

    public static void restore(String connectionString, Path file) {
        try (MongoClient client = MongoClients.create(connectionString);
                DataInputStream in =
                        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                restore(client, in);
            }
        } catch (EOFException e) {
            // the end of the archive
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the store's contents could not be read from " + file, e);
        }
    }

    private static void dump(MongoDatabase database, DataOutputStream out) throws IOException {
        for (String name : database.listCollectionNames()) {
            MongoCollection<RawBsonDocument> collection =
                    database.getCollection(name, RawBsonDocument.class);
            ListIndexesIterable<Document> indexes = collection.listIndexes();
            List<RawBsonDocument> documents = collection.find().into(new ArrayList<>());
            write(
                    new Document("database", database.getName())
                            .append("collection", name)
                            .append("indexes", indexes.into(new ArrayList<>()))
                            .append("documents", documents.size()),
                    out);
            for (RawBsonDocument document : documents) {
                write(document, out);
            }
        }
    }

    private static void restore(MongoClient client, DataInputStream in) throws IOException {
        RawBsonDocument header = read(in);
        MongoCollection<RawBsonDocument> collection =
                client.getDatabase(header.getString("database").getValue())
                        .getCollection(
                                header.getString("collection").getValue(), RawBsonDocument.class);
        header.getArray("indexes")
                .forEach(index ->
                        createIndex(collection, Document.parse(index.asDocument().toJson())));
        int count = header.getInt32("documents").getValue();
        List<RawBsonDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(read(in));
        }
        if (!documents.isEmpty()) {
            collection.insertMany(documents);
        }
    }

    private static void createIndex(MongoCollection<RawBsonDocument> collection, Document index) {
        String name = index.getString("name");
        if (name.equals("_id_")) {
            return;
        }
        collection.createIndex(
                index.get("key", Document.class),
                new IndexOptions()
                        .name(name)
                        .unique(index.getBoolean("unique", false))
                        .sparse(index.getBoolean("sparse", false)));
    }

    private static void write(Document document, DataOutputStream out) throws IOException {
        write(
                new RawBsonDocument(
                        document,
                        com.mongodb.MongoClientSettings.getDefaultCodecRegistry()
                                .get(Document.class)),
                out);
    }

    private static void write(RawBsonDocument document, DataOutputStream out) throws IOException {
        byte[] bytes = new byte[document.getByteBuffer().remaining()];
        document.getByteBuffer().get(bytes);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static RawBsonDocument read(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new RawBsonDocument(bytes);
    }
}
