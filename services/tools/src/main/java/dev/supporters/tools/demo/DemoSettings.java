package dev.supporters.tools.demo;

import dev.supporters.tools.EnvironmentVariables;
import dev.supporters.tools.InvalidSettingException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The settings of the demo.
 *
 * @param advertisedHost by which the services reach the broker
 * @param partitions of each topic
 * @param folder where the broker keeps its log
 */
public record DemoSettings(String advertisedHost, int partitions, Path folder) {

    private static final String HOST = "SUPPORTERS_DEMO_ADVERTISED_HOST";
    private static final String PARTITIONS = "SUPPORTERS_DEMO_PARTITIONS";
    private static final String FOLDER = "SUPPORTERS_DEMO_FOLDER";

    private static final String A_HOST =
            "a host name by which the services reach it, such as supporters-demo";
    private static final String A_COUNT = "a number from 1 to 999";
    private static final String A_FOLDER = "a folder that can be written";

    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*)");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}");

    public static DemoSettings of(EnvironmentVariables environment) {
        String host = matching(environment, HOST, HOST_NAME, A_HOST);
        String partitions = matching(environment, PARTITIONS, COUNT, A_COUNT);
        String folder = environment.text(FOLDER, A_FOLDER);
        if (!Files.isWritable(Path.of(folder))) {
            throw new InvalidSettingException(FOLDER, folder, A_FOLDER);
        }
        return new DemoSettings(host, Integer.parseInt(partitions), Path.of(folder));
    }

    private static String matching(
            EnvironmentVariables environment, String name, Pattern pattern, String expected) {
        String given = environment.text(name, expected);
        if (!pattern.matcher(given).matches()) {
            throw new InvalidSettingException(name, given, expected);
        }
        return given;
    }
}
