package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.charts.rendering.Committed;
import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.source.ValuesTable;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class ValuesTableTest {

    private static final String BEGIN = "<!-- values: made from values.yaml by the tests -->\n";
    private static final String END = "<!-- values: end -->\n";

    @Test
    void tablesOfTheReadmesAreThoseOfTheValues() {
        for (Path chart : new Path[] {Folders.FUNCTION, Folders.SUPPORTERS}) {
            Path readme = chart.resolve("README.md");
            String text = Folders.read(readme);
            int begin = text.indexOf(BEGIN) + BEGIN.length();
            String table = ValuesTable.of(Folders.read(chart.resolve("values.yaml")));

            Committed.check(
                    readme, text.substring(0, begin) + table + text.substring(text.indexOf(END)));
        }
    }

    @Test
    void aValueIsNamedByItsPathAndExplainedByItsComment() {
        String table =
                ValuesTable.of(
                        """
                        # About the file.

                        kafka:
                          # -- Brokers, as
                          # `host:port`.
                          servers: "a|b"
                          # no meaning
                          hidden: 1
                        # -- All of it.
                        demo:
                          enabled: true
                        """);

        assertThat(table)
                .isEqualTo(
                        """
                        | value | default | meaning |
                        |---|---|---|
                        | `kafka.servers` | `"a\\|b"` | Brokers, as `host:port`. |
                        | `demo` |  | All of it. |
                        """);
    }
}
