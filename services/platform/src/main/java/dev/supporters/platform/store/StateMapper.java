package dev.supporters.platform.store;

import org.bson.Document;

/** An aggregate's state as a document, and back. */
public interface StateMapper<T> {

    Document write(T state);

    T read(Document state);
}
