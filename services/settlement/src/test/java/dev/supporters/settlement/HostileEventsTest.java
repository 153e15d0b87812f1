package dev.supporters.settlement;

import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.HostileEventsContract;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(HostileEventsContract.Apart.class)
@QuarkusTestResource(Embedded.class)
class HostileEventsTest extends HostileEventsContract {}
