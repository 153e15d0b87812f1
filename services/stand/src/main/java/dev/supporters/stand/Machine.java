package dev.supporters.stand;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What the figures of a run depend on. */
public final class Machine {

    private static final double BYTES_PER_GIB = 1 << 30;

    private Machine() {}

    public static String facts() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%d cores, %.0f GiB, %s %s, load average %.2f before; %s %s",
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() / BYTES_PER_GIB,
                system.getName(),
                system.getArch(),
                system.getSystemLoadAverage(),
                System.getProperty("java.vm.vendor"),
                Runtime.version());
    }
}
