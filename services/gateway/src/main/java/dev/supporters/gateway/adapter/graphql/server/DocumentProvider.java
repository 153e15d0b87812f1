package dev.supporters.gateway.adapter.graphql.server;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Documents that were parsed and found valid, so that an app's usual requests are parsed once. It is bounded by the characters of the
 * documents, from which their memory follows; those that were used longest ago go first. Large documents are never kept.
 */
final class DocumentProvider implements PreparsedDocumentProvider {

    private final Map<String, PreparsedDocumentEntry> documents =
            new LinkedHashMap<>(64, .75f, true);
    private final int largest;
    private final int most;
    private int characters;

    /**
     * @param largest how many characters a document may have to be kept
     * @param most how many characters all kept documents may have
     */
    DocumentProvider(int largest, int most) {
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
        if (!parsed.hasErrors() && input.getQuery().length() <= largest) {
            keep(input.getQuery(), parsed);
        }
        return CompletableFuture.completedFuture(parsed);
    }

    synchronized int size() {
        return documents.size();
    }

    private synchronized PreparsedDocumentEntry kept(String document) {
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
