package dev.supporters.gateway.adapter.graphql.server;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class DocumentProviderTest {

    private final List<String> parsed = new ArrayList<>();
    private final DocumentProvider cache = new DocumentProvider(Set.of("{ ours oursToo }"), 10, 25);

    @Test
    void parsesWhatItKeepsOnce() {
        valid("{ a }");
        valid("{ a }");

        assertThat(parsed).containsExactly("{ a }");
    }

    @Test
    void keepsNothingThatIsInvalidOrLarge() {
        invalid("{ b }");
        valid("{ cccccccccc }");

        assertThat(cache.size()).isZero();
    }

    @Test
    void isBoundedByCharactersAndForgetsWhatWasUsedLongestAgo() {
        valid("{ aaaaaa }");
        valid("{ bbbbbb }");
        valid("{ aaaaaa }");
        valid("{ cccccc }");

        assertThat(cache.size()).isEqualTo(2);
        parsed.clear();
        valid("{ aaaaaa }");
        valid("{ cccccc }");
        assertThat(parsed).isEmpty();
        valid("{ bbbbbb }");
        assertThat(parsed).containsExactly("{ bbbbbb }");
    }

    @Test
    void theDocumentsOfOurAppsStayWhateverElseComes() {
        valid("{ ours oursToo }");
        valid("{ aaaaaa }");
        valid("{ bbbbbb }");
        valid("{ cccccc }");
        parsed.clear();

        valid("{ ours oursToo }");

        assertThat(parsed).isEmpty();
        assertThat(cache.size()).isEqualTo(2);
    }

    private void valid(String document) {
        ask(document, new PreparsedDocumentEntry(Document.newDocument().build()));
    }

    private void invalid(String document) {
        GraphQLError error = GraphqlErrorBuilder.newError().message("wrong").build();
        ask(document, new PreparsedDocumentEntry(error));
    }

    private void ask(String document, PreparsedDocumentEntry entry) {
        cache.getDocumentAsync(
                        ExecutionInput.newExecutionInput(document).build(),
                        input -> {
                            parsed.add(input.getQuery());
                            return entry;
                        })
                .join();
    }
}
