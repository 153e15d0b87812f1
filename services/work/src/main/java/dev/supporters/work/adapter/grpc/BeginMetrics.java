package dev.supporters.work.adapter.grpc;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.work.shift.Shift;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.function.Supplier;

/** Counts begins by their result. A request that is out of its bounds does not come here. */
@ApplicationScoped
class BeginMetrics {

    private final MeterRegistry meters;

    BeginMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    Versioned<Shift> counted(Supplier<Versioned<Shift>> begin) {
        try {
            Versioned<Shift> begun = begin.get();
            count(begun.repeated() ? "repeated" : "begun", "NONE");
            return begun;
        } catch (Refusal refusal) {
            count("refused", refusal.reasonName());
            throw refusal;
        }
    }

    private void count(String result, String reason) {
        meters.counter("supporters_work_begins_total", "result", result, "reason", reason)
                .increment();
    }
}
