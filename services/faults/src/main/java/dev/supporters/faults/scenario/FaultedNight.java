package dev.supporters.faults.scenario;

import dev.supporters.oracle.IncidentPeriod;
import dev.supporters.simulation.Night;
import dev.supporters.stand.FunctionSpec;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;
import dev.supporters.stand.proxy.Fault;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** A night that runs, and what a scenario can do to it. Times of day are the night's; durations say whose they are. */
public final class FaultedNight {

    /** Without one of them no call comes from `call` to general dispatch. */
    private static final List<ServiceSpec> HANDING_OVER =
            List.of(ServiceSpec.CALL, ServiceSpec.LEGACY);

    private final Stand stand;
    private final Night night;
    private final Proxies proxies;
    private final OutageLog outages;

    FaultedNight(Stand stand, Night night, Proxies proxies) {
        this.stand = stand;
        this.night = night;
        this.proxies = proxies;
        outages = new OutageLog(stand.clock()::instant);
    }

    List<IncidentPeriod> outages() {
        return outages.periods();
    }

    /** Waits until the clock of the night shows this, like "00:50". */
    public FaultedNight at(String time) throws InterruptedException {
        stand.awaitTime(Pace.timeOf(night, LocalTime.parse(time)));
        return this;
    }

    /** Waits for so long on the clock of the night. */
    public FaultedNight pause(Duration ofTheNight) throws InterruptedException {
        stand.awaitTime(stand.clock().instant().plus(ofTheNight));
        return this;
    }

    /** Ends a service at once, as a crash does; it is started again a moment later. */
    public void kill(ServiceSpec service) {
        Optional<OutageLog.OpenOutage> outage = handOverOutage(service, "was killed");
        stand.kill(service);
        outage.ifPresent(begun -> endWhenReady(service, begun));
    }

    /** Ends several services at once: until all have started again they take the machine from the others. */
    public void kill(List<ServiceSpec> services) {
        for (ServiceSpec service : services) {
            OutageLog.OpenOutage outage = outages.begin(service.name() + " was killed with others");
            stand.kill(service);
            endWhenReady(service, outage);
        }
    }

    /** Ends a service in order; it stays away for so long on the clock of the night, and starts again. */
    public void away(ServiceSpec service, Duration ofTheNight) throws InterruptedException {
        Optional<OutageLog.OpenOutage> outage = handOverOutage(service, "was away");
        stand.stop(service);
        pause(ofTheNight);
        stand.start(service);
        stand.awaitReady(service);
        outage.ifPresent(OutageLog.OpenOutage::end);
    }

    /** Does the same to a function that runs in a process of its own; the serving process goes on. */
    public void away(FunctionSpec function, Duration ofTheNight) throws InterruptedException {
        away(function.process(), ofTheNight);
    }

    private Optional<OutageLog.OpenOutage> handOverOutage(ServiceSpec service, String what) {
        return HANDING_OVER.contains(service)
                ? Optional.of(outages.begin(service.name() + " " + what))
                : Optional.empty();
    }

    private void endWhenReady(ServiceSpec process, OutageLog.OpenOutage outage) {
        Thread.ofVirtual()
                .start(() -> {
                    stand.awaitReady(process);
                    outage.end();
                });
    }

    /** The broker is away, in real time: clients count in it. */
    public void brokerAway(Duration real) throws InterruptedException {
        OutageLog.OpenOutage outage = outages.begin("the broker was away");
        stand.stopBroker();
        Thread.sleep(real);
        stand.startBroker();
        outage.end();
    }

    /** The store is away, in real time. */
    public void storeAway(Duration real) throws InterruptedException {
        wrongStore(new Fault.Away(), real);
    }

    /** Both are away at the same time, in real time. */
    public void brokerAndStoreAway(Duration real) throws InterruptedException {
        OutageLog.OpenOutage outage = outages.begin("the store was away");
        proxies.store().set(new Fault.Away());
        brokerAway(real);
        proxies.store().set(new Fault.None());
        outage.end();
    }

    /** Something is wrong with every connection to a service for so long on the clock of the night. */
    public void wrong(ServiceSpec service, Fault fault, Duration ofTheNight)
            throws InterruptedException {
        Optional<OutageLog.OpenOutage> outage = handOverOutage(service, "was wrong");
        proxies.of(service).set(fault);
        pause(ofTheNight);
        proxies.of(service).set(new Fault.None());
        outage.ifPresent(OutageLog.OpenOutage::end);
    }

    /** The same with one service after the other, with a pause after each. */
    public void wrong(
            List<ServiceSpec> services, Fault fault, Duration ofTheNight, Duration between)
            throws InterruptedException {
        for (ServiceSpec service : services) {
            wrong(service, fault, ofTheNight);
            pause(between);
        }
    }

    /**
     * The legacy system answers requests about one call with this status for so long on the clock of the night; then an operator releases
     * what was given up meanwhile.
     */
    public void oneCallRefused(int status, Duration ofTheNight) throws InterruptedException {
        OutageLog.OpenOutage outage = outages.begin("legacy answered " + status + " for a call");
        wrong(ServiceSpec.LEGACY, new Fault.RefusedForOneCall(status), ofTheNight);
        new ParkedCallRelease(stand).run("after-" + status);
        outage.end();
    }

    /** Something is wrong with every connection to the store, in real time. */
    public void wrongStore(Fault fault, Duration real) throws InterruptedException {
        OutageLog.OpenOutage outage = outages.begin("the store was wrong");
        proxies.store().set(fault);
        Thread.sleep(real);
        proxies.store().set(new Fault.None());
        outage.end();
    }

    /** The broker refuses everything that is published, as one whose disk is full, in real time; reading goes on. */
    public void publishingRefused(Duration real) throws InterruptedException {
        OutageLog.OpenOutage outage = outages.begin("nothing could be published");
        topics().refuse();
        Thread.sleep(real);
        topics().accept();
        outage.end();
    }

    /** Starts a second process of each of these services, beside the first until the night ends. */
    public void startSecond(List<ServiceSpec> services) {
        for (ServiceSpec service : services) {
            OutageLog.OpenOutage outage = outages.begin("a second " + service.name() + " started");
            endWhenReady(stand.startSecond(service), outage);
        }
    }

    /** Ends the second process of a service at once; it is started again a moment later. */
    public void killSecond(ServiceSpec service) {
        stand.killSecond(service);
    }

    /** Where the topics are read. */
    String brokers() {
        return stand.brokers();
    }

    /** The topics. */
    public TopicSpoiler topics() {
        return new TopicSpoiler(stand.brokers());
    }
}
