package dev.supporters.faults.scenario;

import dev.supporters.simulation.Night;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;
import dev.supporters.stand.proxy.Fault;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** A night that runs, and what a scenario can do to it. Times of day are the night's; durations say whose they are. */
public final class FaultedNight {

    private final Stand stand;
    private final Night night;
    private final Proxies proxies;

    FaultedNight(Stand stand, Night night, Proxies proxies) {
        this.stand = stand;
        this.night = night;
        this.proxies = proxies;
    }

    /** Waits until the clock of the night shows this, like "00:50". */
    public FaultedNight at(String time) throws InterruptedException {
        LocalTime wanted = LocalTime.parse(time);
        boolean nextDay = wanted.isBefore(LocalTime.NOON);
        stand.awaitTime(
                night.businessDate()
                        .plusDays(nextDay ? 1 : 0)
                        .atTime(wanted)
                        .atZone(night.zone())
                        .toInstant());
        return this;
    }

    /** Waits for so long on the clock of the night. */
    public FaultedNight pause(Duration ofTheNight) throws InterruptedException {
        stand.awaitTime(stand.clock().instant().plus(ofTheNight));
        return this;
    }

    /** Ends a service at once, as a crash does; it is started again a moment later. */
    public void kill(ServiceSpec service) {
        stand.kill(service);
    }

    /** Ends all services at once. */
    public void killAll() {
        ServiceSpec.ALL.forEach(stand::kill);
    }

    /** Ends a service in order; it stays away for so long on the clock of the night, and starts again. */
    public void away(ServiceSpec service, Duration ofTheNight) throws InterruptedException {
        stand.stop(service);
        pause(ofTheNight);
        stand.start(service);
        stand.awaitReady(service);
    }

    /** The broker is away, in real time: clients count in it. */
    public void brokerAway(Duration real) throws InterruptedException {
        stand.stopBroker();
        Thread.sleep(real);
        stand.startBroker();
    }

    /** The store is away, in real time. */
    public void storeAway(Duration real) throws InterruptedException {
        proxies.store().set(new Fault.Away());
        Thread.sleep(real);
        proxies.store().set(new Fault.None());
    }

    /** Both are away at the same time, in real time. */
    public void brokerAndStoreAway(Duration real) throws InterruptedException {
        proxies.store().set(new Fault.Away());
        brokerAway(real);
        proxies.store().set(new Fault.None());
    }

    /** Something is wrong with every connection to a service for so long on the clock of the night. */
    public void wrong(ServiceSpec service, Fault fault, Duration ofTheNight)
            throws InterruptedException {
        proxies.of(service).set(fault);
        pause(ofTheNight);
        proxies.of(service).set(new Fault.None());
    }

    /** The same with one service after the other. */
    public void wrong(List<ServiceSpec> services, Fault fault, Duration ofTheNight)
            throws InterruptedException {
        for (ServiceSpec service : services) {
            wrong(service, fault, ofTheNight);
            pause(ofTheNight);
        }
    }

    /** Something is wrong with every connection to the store, in real time. */
    public void wrongStore(Fault fault, Duration real) throws InterruptedException {
        proxies.store().set(fault);
        Thread.sleep(real);
        proxies.store().set(new Fault.None());
    }

    /** The broker refuses everything that is published, as one whose disk is full, in real time; reading goes on. */
    public void publishingRefused(Duration real) throws InterruptedException {
        topics().refuse();
        Thread.sleep(real);
        topics().accept();
    }

    /** Starts a second process of each of these services, beside the first until the night ends. */
    public void startSecond(List<ServiceSpec> services) {
        services.forEach(stand::startSecond);
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
