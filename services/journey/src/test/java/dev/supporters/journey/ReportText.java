package dev.supporters.journey;

import dev.supporters.local.Interference;
import dev.supporters.oracle.NightReport;
import dev.supporters.simulation.Night;
import dev.supporters.stand.Stand;

import java.util.List;

/** Keeps what the night's report says. */
final class ReportText implements Interference {

    private volatile List<String> lines = List.of();

    /** Without the columns' spaces. */
    List<String> lines() {
        return lines;
    }

    @Override
    public void during(Stand stand, Night night) {}

    @Override
    public void reported(NightReport report) {
        lines = report.text().lines().map(line -> line.strip().replaceAll(" +", " ")).toList();
    }
}
