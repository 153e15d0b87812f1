package dev.supporters.oracle;

import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.settlement.v1.LedgerEntry;
import dev.supporters.proto.settlement.v1.TimeClass;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The posted seconds of each shift by class, without the classes whose entries sum to zero. */
public record PostedLedger(Map<String, Map<TimeClass, Long>> byWork) {

    public static PostedLedger of(List<SettlementEvent> events) {
        Map<String, Map<TimeClass, Long>> byWork = new TreeMap<>();
        for (SettlementEvent event : events) {
            if (event.hasPosted()) {
                add(
                        byWork.computeIfAbsent(event.getWorkId(), id -> sums()),
                        event.getPosted().getEntriesList());
            }
        }
        byWork.values().forEach(sums -> sums.values().removeIf(seconds -> seconds == 0));
        return new PostedLedger(byWork);
    }

    /** The sums of some entries, by class. */
    public static Map<TimeClass, Long> sums(List<LedgerEntry> entries) {
        Map<TimeClass, Long> sums = sums();
        add(sums, entries);
        sums.values().removeIf(seconds -> seconds == 0);
        return sums;
    }

    private static Map<TimeClass, Long> sums() {
        return new EnumMap<>(TimeClass.class);
    }

    private static void add(Map<TimeClass, Long> sums, List<LedgerEntry> entries) {
        entries.forEach(entry -> sums.merge(entry.getTimeClass(), entry.getSeconds(), Long::sum));
    }

    public Map<TimeClass, Long> of(String workId) {
        return byWork.getOrDefault(workId, Map.of());
    }
}
