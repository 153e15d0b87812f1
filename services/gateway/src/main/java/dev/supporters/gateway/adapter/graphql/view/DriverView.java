package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.driver.v1.Driver;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

@Type("Driver")
@Description("A driver's profile.")
public record DriverView(
        @Id @NonNull @Description("The driver.") String driverId,
        @Description("The name shown to customers.") String name,
        @Description("Memberships in the supporters group, at most one a product.")
                List<MembershipView> memberships,
        @Description("When the profile was first put.") Instant createdAt,
        @NonNull @Description("Grows with every change.") Long version) {

    public static DriverView of(Driver driver) {
        return new DriverView(
                driver.getDriverId(),
                driver.getName(),
                driver.getMembershipsList().stream().map(MembershipView::of).toList(),
                Wire.instant(driver.hasCreateTime(), driver.getCreateTime()),
                driver.getVersion());
    }

    /** The profile with the memberships of one product. */
    public DriverView within(Product product) {
        List<MembershipView> kept =
                memberships.stream().filter(membership -> membership.product() == product).toList();
        return new DriverView(driverId, name, kept, createdAt, version);
    }
}
