package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;

import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Yaml;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class LintTest {

    private static final Pattern VERSION =
            Pattern.compile("<artifactId>supporters</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void bothChartsPassTheStrictLint() {
        for (Path chart : new Path[] {Folders.FUNCTION, Folders.SUPPORTERS}) {
            LintResult result = new Helm(chart).lint().strict().call();

            assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
        }
    }

    @Test
    void chartsHaveTheVersionOfTheProduct() {
        Matcher version = VERSION.matcher(Folders.read(Folders.ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();

        for (Path chart : new Path[] {Folders.FUNCTION, Folders.SUPPORTERS}) {
            var description = Yaml.tree(Folders.read(chart.resolve("Chart.yaml")));

            assertThat(description.path("version").asText()).isEqualTo(version.group(1));
        }
        var umbrella = Yaml.tree(Folders.read(Folders.SUPPORTERS.resolve("Chart.yaml")));
        assertThat(umbrella.path("appVersion").asText()).isEqualTo(version.group(1));
        assertThat(umbrella.at("/dependencies/0/version").asText()).isEqualTo(version.group(1));
    }
}
