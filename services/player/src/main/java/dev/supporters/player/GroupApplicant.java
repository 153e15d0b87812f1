package dev.supporters.player;

import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.Population;
import dev.supporters.simulation.RandomStreams;
import dev.supporters.simulation.RandomVariates;
import dev.supporters.simulation.SupporterPlan;

import java.util.ArrayList;
import java.util.List;

/**
 * A driver who applies to the supporters group just before the night.
 *
 * @param treatment what the night's operator means to do
 */
public record GroupApplicant(String driverId, String name, Treatment treatment) {

    /** What an operator may do with an application. */
    public enum Treatment {
        APPROVE,
        /** Asks for more, then approves. */
        ASK_FIRST,
        REJECT
    }

    /** He works elsewhere: no supporter of the night has this number. */
    private static final String REJECTED_DRIVER = "7999999";

    /**
     * Some of the night's supporters, of whom the first is asked for more, and one driver more, who is rejected; nobody where nobody
     * applies.
     */
    public static List<GroupApplicant> of(
            Population people, NightParameters parameters, long seed) {
        if (parameters.applies() == 0) {
            return List.of();
        }
        RandomStreams streams = new RandomStreams(seed);
        List<GroupApplicant> applicants = new ArrayList<>();
        for (SupporterPlan plan : people.supporters()) {
            if (RandomVariates.happens(
                    streams.of("applicant", plan.number()), parameters.applies())) {
                applicants.add(
                        new GroupApplicant(
                                plan.driverId(),
                                plan.name(),
                                applicants.isEmpty() ? Treatment.ASK_FIRST : Treatment.APPROVE));
            }
        }
        applicants.add(new GroupApplicant(REJECTED_DRIVER, "Applicant", Treatment.REJECT));
        return List.copyOf(applicants);
    }
}
