package dev.supporters.faults;

import java.time.Instant;

/**
 * What the results depend on.
 *
 * @param begin when the first scenario began, in real time
 * @param commit of the source
 * @param machine cores, memory, system, Java
 */
record RunFacts(Instant begin, String commit, String machine) {}
