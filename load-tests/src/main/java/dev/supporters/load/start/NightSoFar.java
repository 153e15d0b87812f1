package dev.supporters.load.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Message;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.load.drive.LoadRegion;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallArrived;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.activity.v1.CallCompleted;
import dev.supporters.proto.events.activity.v1.CallPickedUp;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.driver.v1.DriverPut;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.location.v1.LocationReported;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEvent;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Tells the topics what supporters have done up to now, as the services would have told it: each has begun, driven, and is free. */
final class NightSoFar implements AutoCloseable {

    static final int SUPPORTERS = 20_000;
    static final Duration POSITION_EVERY = Duration.ofSeconds(15);
    static final Duration POSITIONS_FOR = Duration.ofMinutes(10);
    static final int DRIVES = 2;

    private static final Duration AT_WORK = Duration.ofMinutes(25);
    private static final Duration WINDOW = Duration.ofHours(4);
    private static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 20);
    private static final int FIRST_DRIVER = 1_000_000;

    private final KafkaProducer<String, byte[]> producer;
    private final Instant now;
    private final SplittableRandom random;
    private long records;

    NightSoFar(String brokers, Instant now, long seed) {
        this.now = now;
        random = new SplittableRandom(seed);
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                brokers,
                                ProducerConfig.LINGER_MS_CONFIG,
                                20,
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                256 * 1024),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** How many events it was. */
    long tell() {
        Instant begin = now.minus(AT_WORK);
        for (int i = 0; i < SUPPORTERS; i++) {
            String driver = driver(i);
            send(Topics.DRIVERS, driver, begin, member(driver));
            send(Topics.WORK, driver, begin, begun(driver, begin));
        }
        for (int drive = 0; drive < DRIVES; drive++) {
            Instant time = begin.plus(Duration.ofMinutes(1L + drive));
            for (int i = 0; i < SUPPORTERS; i++) {
                drive(driver(i), drive, time);
            }
        }
        for (Instant time = now.minus(POSITIONS_FOR);
                time.isBefore(now);
                time = time.plus(POSITION_EVERY)) {
            for (int i = 0; i < SUPPORTERS; i++) {
                send(Topics.LOCATIONS, driver(i), time, reported(driver(i), time));
            }
        }
        producer.flush();
        return records;
    }

    private static String driver(int number) {
        return String.valueOf(FIRST_DRIVER + number);
    }

    private static DriverEvent member(String driver) {
        return DriverEvent.newBuilder()
                .setPut(
                        DriverPut.newBuilder()
                                .setDriver(
                                        Driver.newBuilder()
                                                .setDriverId(driver)
                                                .setName("기사 " + driver)
                                                .setVersion(1)
                                                .addMemberships(
                                                        Membership.newBuilder()
                                                                .setProduct(Product.PRODUCT_DRIVER)
                                                                .setRegion(LoadRegion.NAME)
                                                                .setMode(
                                                                        ActivityMode
                                                                                .ACTIVITY_MODE_ON))))
                .build();
    }

    private WorkEvent begun(String driver, Instant time) {
        return WorkEvent.newBuilder()
                .setDriverId(driver)
                .setWorkId(workId(driver))
                .setBusinessDate(BUSINESS_DATE.toString())
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion(LoadRegion.NAME)
                .setVersion(1)
                .setEventTime(Timestamps.of(time))
                .setBegun(
                        WorkBegun.newBuilder()
                                .setWindowEndTime(Timestamps.of(time.plus(WINDOW)))
                                .setLocation(LoadRegion.point(random)))
                .build();
    }

    private void drive(String driver, int drive, Instant time) {
        ActivityEvent.Builder event =
                ActivityEvent.newBuilder()
                        .setDriverId(driver)
                        .setCallId(driver + "0" + drive)
                        .setCommandId(driver + "0" + drive + "-" + driver + "-1")
                        .setWorkId(workId(driver))
                        .setBusinessDate(BUSINESS_DATE.toString())
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setEventTime(Timestamps.of(time));
        long version = 5L * drive;
        step(++version, event.setCommanded(CallCommanded.getDefaultInstance()), time);
        step(++version, event.setAccepted(CallAccepted.getDefaultInstance()), time);
        step(++version, event.setArrived(CallArrived.getDefaultInstance()), time);
        step(++version, event.setPickedUp(CallPickedUp.getDefaultInstance()), time);
        step(++version, event.setCompleted(CallCompleted.getDefaultInstance()), time);
    }

    private void step(long version, ActivityEvent.Builder event, Instant time) {
        send(Topics.ACTIVITY, event.getDriverId(), time, event.setVersion(version).build());
    }

    private LocationEvent reported(String driver, Instant time) {
        return LocationEvent.newBuilder()
                .setDriverId(driver)
                .setWorkId(workId(driver))
                .setEventTime(Timestamps.of(time))
                .setReported(
                        LocationReported.newBuilder()
                                .setLocation(LoadRegion.point(random))
                                .setReportTime(Timestamps.of(time)))
                .build();
    }

    private static String workId(String driver) {
        return WorkId.of(new DriverId(driver), Product.PRODUCT_DRIVER, BUSINESS_DATE).value();
    }

    private void send(String topic, String key, Instant time, Message event) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, null, time.toEpochMilli(), key, event.toByteArray());
        Headers headers = record.headers();
        headers.add("ce_specversion", "1.0".getBytes(UTF_8));
        headers.add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
        headers.add("ce_type", topic.getBytes(UTF_8));
        headers.add("ce_source", "/supporters/load-tests".getBytes(UTF_8));
        headers.add("ce_time", time.toString().getBytes(UTF_8));
        headers.add("ce_subject", key.getBytes(UTF_8));
        headers.add("content-type", "application/protobuf".getBytes(UTF_8));
        var _ = producer.send(record);
        records++;
    }

    @Override
    public void close() {
        producer.close();
    }
}
