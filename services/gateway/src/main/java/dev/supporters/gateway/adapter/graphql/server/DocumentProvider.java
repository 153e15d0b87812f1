package dev.supporters.gateway.adapter.graphql.server;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Documents that were parsed and found valid, so that an app's usual requests are parsed once. It is bounded by the characters of the
 * documents, from which their memory follows; those that were used longest ago go first. Large documents are never kept. The persisted
 * documents of our own apps stay, whatever else comes.
 */
final class DocumentProvider implements PreparsedDocumentProvider {

    private final Map<String, PreparsedDocumentEntry> documents =
            new LinkedHashMap<>(64, .75f, true);
    private final Map<String, PreparsedDocumentEntry> persisted = new ConcurrentHashMap<>();
    private final Set<String> ofOurApps;
    private final int largest;
    private final int most;
    private int characters;

    /**
     * @param ofOurApps persisted documents
     * @param largest how many characters a document may have to be kept
     * @param most how many characters all kept documents may have
     */
    DocumentProvider(Set<String> ofOurApps, int largest, int most) {
        this.ofOurApps = ofOurApps;
        this.largest = largest;
        this.most = most;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        PreparsedDocumentEntry known = kept(input.getQuery());
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        PreparsedDocumentEntry parsed = parse.apply(input);
        if (ofOurApps.contains(input.getQuery())) {
            persisted.put(input.getQuery(), parsed);
        } else if (!parsed.hasErrors() && input.getQuery().length() <= largest) {
            keep(input.getQuery(), parsed);
        }
        return CompletableFuture.completedFuture(parsed);
    }

    synchronized int size() {
        return documents.size();
    }

    private PreparsedDocumentEntry kept(String document) {
        PreparsedDocumentEntry known = persisted.get(document);
        return known == null ? used(document) : known;
    }

    private synchronized PreparsedDocumentEntry used(String document) {
        return documents.get(document);
    }

    private synchronized void keep(String document, PreparsedDocumentEntry parsed) {
        if (documents.put(document, parsed) == null) {
            characters += document.length();
        }
        var oldest = documents.keySet().iterator();
        while (characters > most) {
            characters -= oldest.next().length();
            oldest.remove();
        }
    }
}
