package dev.supporters.training.source;

import dev.supporters.contract.Position;
import dev.supporters.training.fit.ModelTrainer.EtaObservation;
import dev.supporters.training.fit.ModelTrainer.Observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one night teaches.
 *
 * @param name the file's name
 * @param calls when and where customers asked
 * @param kept commands that were accepted, and whether the customer kept the drive
 * @param refused commands, and whether the supporter refused
 * @param ways ways to customers
 */
public record TrainingNight(
        String name,
        LocalDate businessDate,
        List<Request> calls,
        List<Observation> kept,
        List<Observation> refused,
        List<EtaObservation> ways) {

    public TrainingNight {
        calls = List.copyOf(calls);
        kept = List.copyOf(kept);
        refused = List.copyOf(refused);
        ways = List.copyOf(ways);
    }

    /** A customer asked. */
    public record Request(Instant time, Position origin) {}

    /** The middle of the calls' origins, by the median, so that single far ones do not move it. */
    public Position middle() {
        double[] lats = calls.stream().mapToDouble(call -> call.origin().lat()).sorted().toArray();
        double[] lngs = calls.stream().mapToDouble(call -> call.origin().lng()).sorted().toArray();
        return new Position(lats[lats.length / 2], lngs[lngs.length / 2]);
    }
}
