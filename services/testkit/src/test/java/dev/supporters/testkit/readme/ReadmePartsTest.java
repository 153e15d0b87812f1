package dev.supporters.testkit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadmePartsTest {

    private static final Readme README =
            Readme.parse(
                    """
                    # move

                    Moves.

                    ## API

                    | | Topic | Group |
                    |---|---|:---:|
                    | reads | `supporters.work.v1` | `supporters.move.supersede` |
                    | writes | `supporters.moves.v1` | |

                    ## Metrics

                    See [platform](../platform/README.md#metrics), [Kafka](https://kafka.apache.org) and [above](#api).
                    """);

    @Test
    void readsHeadingsAndSections() {
        assertThat(README.headings()).containsExactly("API", "Metrics");
        assertThat(README.section("Metrics"))
                .contains("See [platform]")
                .doesNotContain("supporters.work.v1");
    }

    @Test
    void readsTheRowsOfATableByTheNamesOfItsColumns() {
        assertThat(README.rowsWith("topic").map(row -> row.first() + " " + row.codes("topic")))
                .containsExactly("reads [supporters.work.v1]", "writes [supporters.moves.v1]");
        assertThat(README.rowsWith("metric")).isEmpty();
    }

    @Test
    void listsLinksToFilesOnly() {
        assertThat(README.fileLinks()).containsExactly("../platform/README.md");
    }
}
