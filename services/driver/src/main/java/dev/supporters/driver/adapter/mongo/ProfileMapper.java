package dev.supporters.driver.adapter.mongo;

import dev.supporters.driver.roster.DriverId;
import dev.supporters.driver.roster.Membership;
import dev.supporters.driver.roster.Profile;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;

import org.bson.Document;

import java.time.Instant;
import java.util.List;

/** A profile as a document. */
public final class ProfileMapper implements StateMapper<Profile> {

    @Override
    public Document write(Profile profile) {
        List<Document> memberships =
                profile.memberships().stream()
                        .map(membership ->
                                new Document("product", membership.product().name())
                                        .append("region", membership.region())
                                        .append("mode", membership.mode().name()))
                        .toList();
        return new Document("driverId", profile.driverId().value())
                .append("name", profile.name())
                .append("memberships", memberships)
                .append("createTime", profile.createTime().toString())
                .append("version", profile.version());
    }

    @Override
    public Profile read(Document state) {
        return new Profile(
                new DriverId(state.getString("driverId")),
                state.getString("name"),
                state.getList("memberships", Document.class).stream()
                        .map(ProfileMapper::membership)
                        .toList(),
                Instant.parse(state.getString("createTime")),
                state.getLong("version"));
    }

    private static Membership membership(Document membership) {
        return new Membership(
                Product.valueOf(membership.getString("product")),
                membership.getString("region"),
                ActivityMode.valueOf(membership.getString("mode")));
    }
}
