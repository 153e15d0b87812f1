package dev.supporters.load.figures;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;

/** What the figures depend on. */
public final class Machine {

    private Machine() {}

    public static String facts() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d cores, %s %s, load average %.2f before; %s %s",
                Runtime.getRuntime().availableProcessors(),
                system.getName(),
                system.getArch(),
                system.getSystemLoadAverage(),
                System.getProperty("java.vm.vendor"),
                Runtime.version());
    }
}
