package dev.supporters.gateway.adapter.graphql.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class MediaTypesTest {

    @Test
    void givesWhatIsPreferredOfWhatThereIs() {
        Map.of(
                        "application/json", Optional.of(MediaTypes.JSON),
                        "application/graphql-response+json", Optional.of(MediaTypes.GRAPHQL),
                        "application/graphql-response+json; charset=\"UTF-8\"",
                                Optional.of(MediaTypes.GRAPHQL),
                        "application/json;q=0.5, application/graphql-response+json",
                                Optional.of(MediaTypes.GRAPHQL),
                        "application/graphql-response+json;q=0, application/json",
                                Optional.of(MediaTypes.JSON),
                        "text/html, */*;q=0.1", Optional.of(MediaTypes.JSON),
                        "text/html", Optional.<MediaTypes>empty(),
                        ";;q=x,,", Optional.<MediaTypes>empty())
                .forEach((header, expected) ->
                        assertThat(MediaTypes.accepted(List.of(header)))
                                .as(header)
                                .isEqualTo(expected));
        assertThat(MediaTypes.accepted(List.of())).contains(MediaTypes.JSON);
    }

    @Test
    void takesJsonInUtf8AsRequests() {
        assertThat(
                        List.of(
                                "application/json",
                                "application/json; charset=utf-8",
                                "application/json, application/json",
                                "Application/JSON;charset=\"UTF-8\""))
                .allMatch(MediaTypes::isRequest);
        assertThat(
                        List.of(
                                "",
                                "text/plain",
                                "application/json, text/plain",
                                "application/json,",
                                "application/json; charset=iso-8859-1",
                                "application/graphql"))
                .noneMatch(MediaTypes::isRequest);
    }
}
